import type { Command } from "../command.ts";

/** Every command by its name, in the order of the help. Each is loaded when it is wanted: an audit resumes at once. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  audit: async () => (await import("./audit.ts")).auditCommand,
  demo: async () => (await import("./demo.ts")).demoCommand,
  plan: async () => (await import("./plan.ts")).planCommand,
  frame: async () => (await import("./frame.ts")).frameCommand,
  tokens: async () => (await import("./tokens.ts")).tokensCommand,
  sample: async () => (await import("./sample.ts")).sampleCommand,
  crawl: async () => (await import("./crawl.ts")).crawlCommand,
  observe: async () => (await import("./observe.ts")).observeCommand,
  analyse: async () => (await import("./analyse.ts")).analyseCommand,
  report: async () => (await import("./report.ts")).reportCommand,
  replay: async () => (await import("./replay.ts")).replayCommand,
  import: async () => (await import("./import.ts")).importCommand,
  review: async () => (await import("./review.ts")).reviewCommand,
  sheet: async () => (await import("./sheet.ts")).sheetCommand,
  explain: async () => (await import("./explain.ts")).explainCommand,
  compare: async () => (await import("./compare.ts")).compareCommand,
  event: async () => (await import("./event.ts")).eventCommand,
  estimate: async () => (await import("./estimate.ts")).estimateCommand,
  prune: async () => (await import("./prune.ts")).pruneCommand,
  forget: async () => (await import("./forget.ts")).forgetCommand,
  diff: async () => (await import("./diff.ts")).diffCommand,
  detect: async () => (await import("./detect.ts")).detectCommand,
  resolve: async () => (await import("./resolve.ts")).resolveCommand,
  score: async () => (await import("./score.ts")).scoreCommand,
  "score-audit": async () => (await import("./score-audit.ts")).scoreAuditCommand,
};

/** The command of this name; all of them where no command has it. */
export function loadCommands(name = ""): Promise<readonly Command[]> {
  const loader = Object.hasOwn(loaders, name) ? loaders[name] : undefined;
  return Promise.all((loader === undefined ? Object.values(loaders) : [loader]).map((load) => load()));
}
