export { generateIndustry } from "./generate.ts";
export { readScenario } from "./scenario.ts";
export { serveIndustry } from "./server.ts";
