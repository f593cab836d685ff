import type { AuditEvent } from "../crawler/effects.ts";
import type { Listener, Terminal } from "./command.ts";

/** One stage under way. */
interface Stage {
  name: string;
  total: number;
  done: number;
  outcomes: Map<string, number>;
  requests: number;
  /** On the clock of `tellProgress`, ms. */
  startedAt: number;
}

/**
 * Tells a person how far a stage is, how fast it goes and how long it still takes: one line that is rewritten in a terminal, a line
 * every hundred elsewhere. Notes are told as they come.
 *
 * @param clock milliseconds from any beginning
 */
export function tellProgress(terminal: Terminal, clock = () => performance.now()): Listener {
  let stage: Stage | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (end: string) => {
    if (stage === null || !(terminal.isInteractive || end)) return;
    const line = progressLine(stage, clock());
    toldAt = clock();
    const width = (terminal.columns ?? usualColumns) - 1;
    terminal.tell(terminal.isInteractive ? `\r\x1b[K${line.slice(0, width)}${end}` : `${line}${end}`);
  };
  return (event: AuditEvent) => {
    if (event.type === "note") terminal.tell(`${event.text}\n`);
    if (event.type === "started") {
      const { stage: name, total } = event;
      stage = { name, total, done: 0, outcomes: new Map(), requests: 0, startedAt: clock() };
    }
    if (event.type === "request" && stage !== null) {
      stage.requests += 1;
      if (clock() - toldAt > shortestMs) tell("");
    }
    if (event.type === "finished" && stage !== null) {
      stage.done += 1;
      stage.outcomes.set(event.outcome, (stage.outcomes.get(event.outcome) ?? 0) + 1);
      const { done, total } = stage;
      tell(done === total || (!terminal.isInteractive && done % 100 === 0) ? "\n" : "");
    }
  };
}

/** Lines that change more often than this cannot be read. */
const shortestMs = 100;
const usualColumns = 110;

function progressLine({ name, total, done, outcomes, requests, startedAt }: Stage, now: number): string {
  const counts = [...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, n]) => `${outcome} ${n}`);
  const seconds = (now - startedAt) / 1_000;
  const time =
    done === total
      ? `in ${span(seconds)}`
      : done === 0
        ? ""
        : `${span((seconds / done) * (total - done))} left`;
  const speed = seconds > 0 ? `${perSecond(requests / seconds)} requests a second` : "";
  const parts = [`${done} of ${total}`, time, requests > 0 ? speed : ""].filter((part) => part !== "");
  return `${name}: ${parts.join(", ")}${counts.length > 0 ? `: ${counts.join(", ")}` : ""}`;
}

const perSecond = (rate: number) => (rate < 10 ? rate.toFixed(1) : rate.toFixed(0));

/** A time as one says it: seconds, minutes from two on, hours from two on. */
function span(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
