export { generateIndustry } from "./generate.ts";
export type { Industry, SyntheticAccount, SyntheticCompany } from "./industry.ts";
export type { Violation } from "./oracle.ts";
export { readScenario, Scenario } from "./scenario.ts";
export { type ServeOptions, type Server, serveIndustry } from "./server.ts";
export { truthTables } from "./truth/tables.ts";
export { type Truth, truth, writeTruth } from "./truth.ts";
