/** What the data of an audit is, and how it is read and written: the package's `./datasets` entry. */
export { AuditConfig } from "./config.ts";
export { readTable, writeTable } from "./csv.ts";
export { diffTables } from "./diff.ts";
export { AuditError, type AuditErrorCode } from "./error.ts";
export { type Frame, type FrameOptions, readFrame, writeFrame } from "./frame.ts";
export { checkFrame, type FaultKind, type FrameFault } from "./frame-check.ts";
export { Correction, Fix, type FixKind, fixKinds } from "./mending.ts";
export { type DataPackage, dataPackages } from "./packages.ts";
export { PublishedFigure, publishedFigures } from "./reference.ts";
export * from "./schema.ts";
export { openSnapshot, reopenSnapshot, type Snapshot } from "./snapshot.ts";
export { type Table, tables } from "./tables.ts";
