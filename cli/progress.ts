import type { AuditEvent } from "../crawler/effects.ts";
import type { Listener, Terminal } from "./command.ts";

/**
 * Tells a person how far a stage is: one line that is rewritten in a terminal, a line every hundred elsewhere. Notes are told
 * as they come.
 */
export function tellProgress(terminal: Terminal): Listener {
  const outcomes = new Map<string, number>();
  let [stage, done, total] = ["", 0, 0];
  const line = () => {
    const counts = [...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, n]) => `${outcome} ${n}`);
    return `${stage}: ${done} of ${total}  ${counts.join(", ")}`;
  };
  const rewrite = terminal.isInteractive
    ? (end: string) => terminal.tell(`\r\x1b[K${line().slice(0, 110)}${end}`)
    : (end: string) => end && terminal.tell(`${line()}\n`);
  return (event: AuditEvent) => {
    if (event.type === "note") terminal.tell(`${event.text}\n`);
    if (event.type === "started") {
      outcomes.clear();
      [stage, done, total] = [event.stage, 0, event.total];
    }
    if (event.type === "finished") {
      done += 1;
      outcomes.set(event.outcome, (outcomes.get(event.outcome) ?? 0) + 1);
      rewrite(done === total || (!terminal.isInteractive && done % 100 === 0) ? "\n" : "");
    }
  };
}
