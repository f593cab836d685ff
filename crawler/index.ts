/** From companies to observations: the package's `./crawler` entry. */
export { findClaims } from "./claims.ts";
export { parseConnectTo } from "./connect-to.ts";
export { type Detection, detect } from "./detect.ts";
export type { AuditEvent, Effects, WebRequest, WebResponse } from "./effects.ts";
export { type PageReading, type PageSource, readPage } from "./extract/index.ts";
export { observeAccounts } from "./observe.ts";
export { platforms } from "./platforms/index.ts";
export type { Bill, Observer, ParsedUrl, Period, Platform, Range, UrlHint } from "./platforms/platform.ts";
export { explain, type ResolvedAccount, resolve } from "./platforms/resolve.ts";
export { type PoliteOptions, polite } from "./polite.ts";
export { isAllowed, parseRobots } from "./robots.ts";
export { localRunner } from "./runners/local.ts";
export { openSources, type Sources, tokenSources, type XRung } from "./sources.ts";
export { type Runner, resume, type Stage } from "./stage.ts";
export { visitSite } from "./visit.ts";
export { openWorld, type World, type WorldOptions } from "./world.ts";
