import type { SecondPhase } from "../datasets/hand-records.ts";
import type { Interval } from "./estimates/interval.ts";
import { type PhaseClass, type Stratum, twoPhase } from "./estimates/strata.ts";
import { inactiveByHand, isOpen, type ReadingsOfCompany } from "./second-phase.ts";
import { type Question, statusOf } from "./segments.ts";
import type { Unit } from "./units.ts";

/** What was drawn and read by hand. */
export interface ByHand {
  /** Rows of the draw by platform set and companyId. */
  phases: ReadonlyMap<string, ReadonlyMap<string, SecondPhase>>;
  /** Readings that count, by companyId. */
  readings: ReadonlyMap<string, ReadingsOfCompany>;
}

/** A share from a draw, and how many of those drawn could be read. */
export interface TwoPhaseShare {
  estimate: number;
  interval: Interval;
  method: "korn_graubard_two_phase" | "korn_graubard_two_phase_unread";
  /** Companies it rests on: those openly known for certain and those read by hand. */
  n: number;
  /** Companies drawn to be read by hand. */
  drawn: number;
}

/** A stratum with what was read of it. */
interface PhaseStratum extends Stratum {
  /** Drawn, and still not known. */
  unread: number;
}

/**
 * Share inactive of some companies from a draw of those that are not openly known (M51). Where some of those drawn could not be read
 * the interval holds whatever they would have shown, and its method says so.
 *
 * @returns null where nothing was drawn for the set, where too few were read, and where the threshold leaves open what was certain
 *   at the threshold of the draw
 */
export function twoPhaseShare(
  units: readonly Unit[],
  question: Question,
  { phases, readings }: ByHand,
): TwoPhaseShare | null {
  const rows = phases.get(question.set.label);
  if (!rows) return null;
  const strata = new Map<string, PhaseStratum>();
  const known: PhaseClass[] = [];
  for (const unit of units) {
    const row = rows.get(unit.unitId);
    if (!row) return null;
    if (!isOpen(row)) {
      const { status } = statusOf(unit, question);
      if (status === "unknown") return null;
      known.push({ size: unit.draw.weight, share: status === "inactive" ? 1 : 0 });
      continue;
    }
    const before = strata.get(row.stratum) ?? { size: 0, n: 0, x: 0, unread: 0 };
    const isInactive = row.drawn
      ? inactiveByHand(unit, question, readings.get(unit.unitId) ?? new Map())
      : null;
    strata.set(row.stratum, {
      size: before.size + unit.draw.weight,
      n: before.n + (isInactive === null ? 0 : 1),
      x: before.x + (isInactive ? 1 : 0),
      unread: before.unread + (row.drawn && isInactive === null ? 1 : 0),
    });
  }
  const isSample = units.some(({ draw }) => draw.stratum !== null);
  const open = withEnough([...strata.values()]);
  return open && shareOver(known, open, isSample ? units.length : Number.POSITIVE_INFINITY);
}

function shareOver(
  known: readonly PhaseClass[],
  open: readonly PhaseStratum[],
  phaseOne: number,
): TwoPhaseShare | null {
  const estimated = (strata: readonly Stratum[]) => twoPhase([...joined(known), ...strata], phaseOne);
  const found = estimated(open);
  if (!found) return null;
  const read = open.reduce((total, { n }) => total + n, 0);
  const unread = open.reduce((total, stratum) => total + stratum.unread, 0);
  const about = { estimate: found.p, n: known.length + read, drawn: read + unread };
  if (unread === 0) return { ...about, interval: found.kornGraubard, method: "korn_graubard_two_phase" };
  const least = estimated(open.map(({ size, n, x, unread: more }) => ({ size, n: n + more, x })));
  const most = estimated(open.map(({ size, n, x, unread: more }) => ({ size, n: n + more, x: x + more })));
  if (!least || !most) return null;
  const interval: Interval = [
    Math.min(found.kornGraubard[0], least.kornGraubard[0]),
    Math.max(found.kornGraubard[1], most.kornGraubard[1]),
  ];
  return { ...about, interval, method: "korn_graubard_two_phase_unread" };
}

/** Companies that are known for certain, as the two classes they are of. */
function joined(known: readonly PhaseClass[]): PhaseClass[] {
  return [0, 1].map((share) => ({
    size: known.reduce((total, each) => total + ("share" in each && each.share === share ? each.size : 0), 0),
    share,
  }));
}

/** Strata that too few were read of go with the largest one; null where none is left that enough were read of. */
function withEnough(strata: readonly PhaseStratum[]): PhaseStratum[] | null {
  const isThin = ({ size, n }: PhaseStratum) => n < 2 && !(n >= size && n > 0);
  const thin = strata.filter(isThin);
  const [largest, ...others] = strata.filter((each) => !isThin(each)).sort((a, b) => b.size - a.size);
  if (strata.length === 0) return null;
  if (!largest) return null;
  return [
    thin.reduce(
      (all, { size, n, x, unread }) => ({
        size: all.size + size,
        n: all.n + n,
        x: all.x + x,
        unread: all.unread + unread,
      }),
      largest,
    ),
    ...others,
  ];
}
