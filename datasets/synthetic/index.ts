export { generateIndustry } from "./generate.ts";
export { syntheticTokens } from "./platforms/tokens.ts";
export { readScenario } from "./scenario.ts";
export { serveIndustry } from "./server.ts";
