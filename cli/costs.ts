import { join } from "node:path";
import type { AuditEvent } from "../crawler/effects.ts";
import { usdOf } from "../crawler/platforms/policy.ts";
import { openLedger, readLedger } from "../datasets/ledger.ts";
import { byCodeUnit } from "../datasets/order.ts";
import { Cost } from "../datasets/schema.ts";
import type { Snapshot } from "../datasets/snapshot.ts";
import { tables } from "../datasets/tables.ts";

const pathOf = ({ folder }: Pick<Snapshot, "folder">) => join(folder, "journal", "costs.jsonl");

/** Writes down what every answer cost, as it comes. */
export function openCosts(snapshot: Pick<Snapshot, "folder">) {
  const ledger = openLedger<Cost>(pathOf(snapshot));
  return {
    listen(event: AuditEvent) {
      if (event.type !== "spent") return;
      const { observer, unit, units } = event.spending;
      ledger.add({ observer, unit, answers: 1, units, usd: usdOf(event.spending) });
    },
    close: ledger.close,
  };
}

/** The costs of all runs as a table, one row an observer and unit. */
export async function writeCosts(snapshot: Pick<Snapshot, "folder" | "write">): Promise<void> {
  const sums = new Map<string, Cost>();
  for await (const cost of readLedger(pathOf(snapshot), Cost)) {
    const key = `${cost.observer} ${cost.unit}`;
    const before = sums.get(key) ?? { ...cost, answers: 0, units: 0, usd: 0 };
    const units = before.units + cost.units;
    sums.set(key, {
      ...before,
      answers: before.answers + cost.answers,
      units,
      usd: usdOf({ ...cost, units }),
    });
  }
  await snapshot.write(
    tables.costs,
    [...sums].sort(([a], [b]) => byCodeUnit(a, b)).map(([, cost]) => cost),
  );
}
