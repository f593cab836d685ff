/** Loaded beside a program with `--import`: tells at its end how long its longest pause was and how much memory it took at the most. */
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const { WATCH_FILE: file } = process.env;
const delays = monitorEventLoopDelay({ resolution: 10 });
delays.enable();
process.once("exit", () => {
  const peakMb = process.resourceUsage().maxRSS / 1024;
  if (file !== undefined) writeFileSync(file, JSON.stringify({ longestPauseMs: delays.max / 1e6, peakMb }));
});
