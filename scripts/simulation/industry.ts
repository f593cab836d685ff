import { statusOver } from "../../analysis/activity.ts";
import { wilson } from "../../analysis/estimates/proportions.ts";
import { type PhaseClass, twoPhase } from "../../analysis/estimates/strata.ts";
import type { Random } from "./random.ts";

/** A company of an industry whose truth is known; null where it has no account on the platform. */
interface Firm {
  onX: boolean | null;
  onLinkedIn: boolean | null;
}

/** What is asked of one simulated industry, and what three ways of asking answer. */
export interface IndustryDraw {
  /** Whether the interval of the share inactive among the companies whose status is known holds the true share. */
  naiveCovers: boolean;
  /** How far that share is from the truth. */
  naiveError: number;
  /** Whether `share_inactive[x]` holds the true chance of being inactive on X. */
  xCovers: boolean;
  /** Whether the two-phase estimate holds the industry's true share on either platform. */
  twoPhaseCovers: boolean;
}

/** Companies of the industry, and how many of those whose class leaves it open are read by hand. */
const size = 1_100;
const readByHand = 110;

// Companies that post on LinkedIn post on X too, mostly.
const hasX = 0.55;
const hasLinkedIn = 0.85;
const activeOnLinkedIn = 0.6;
const activeOnXIf = { linkedInActive: 0.7, linkedInSilent: 0.15, noLinkedIn: 0.3 };

/** The chance that a company of the industry has no recent post on X. */
export const trueShareOnX =
  1 -
  hasX *
    (hasLinkedIn *
      (activeOnLinkedIn * activeOnXIf.linkedInActive + (1 - activeOnLinkedIn) * activeOnXIf.linkedInSilent) +
      (1 - hasLinkedIn) * activeOnXIf.noLinkedIn);

function firm(random: Random): Firm {
  const onLinkedIn = random() < hasLinkedIn ? random() < activeOnLinkedIn : null;
  const chance =
    onLinkedIn === null
      ? activeOnXIf.noLinkedIn
      : onLinkedIn
        ? activeOnXIf.linkedInActive
        : activeOnXIf.linkedInSilent;
  return { onX: random() < hasX ? random() < chance : null, onLinkedIn };
}

const isSilent = ({ onX, onLinkedIn }: Firm): boolean => onX !== true && onLinkedIn !== true;

/** One industry in which LinkedIn cannot be read, and activity there goes with activity on X. */
export function drawIndustry(random: Random): IndustryDraw {
  const firms = Array.from({ length: size }, () => firm(random));
  const truth = firms.filter(isSilent).length / size;
  const seen = firms.map(({ onX, onLinkedIn }) => {
    const accounts = [...(onX === null ? [] : [onX]), ...(onLinkedIn === null ? [] : [null])];
    return statusOver(accounts, true).status;
  });
  const known = seen.filter((status) => status !== "unknown");
  const naive = known.filter((status) => status === "inactive").length;
  const silentOnX = firms.filter(({ onX }) => onX !== true).length;
  return {
    naiveCovers: holds(wilson(naive, known.length), truth),
    naiveError: naive / known.length - truth,
    xCovers: holds(wilson(silentOnX, size), trueShareOnX),
    twoPhaseCovers: holds(twoPhase(classesOf(firms, random))?.kornGraubard ?? null, truth),
  };
}

const holds = (interval: readonly [number, number] | null, value: number): boolean =>
  interval !== null && interval[0] <= value && value <= interval[1];

/** Active on X and without any account is certain; of the others a random part is read by hand, in proportion to the class. */
function classesOf(firms: readonly Firm[], random: Random): PhaseClass[] {
  const active = firms.filter(({ onX }) => onX === true);
  const without = firms.filter(({ onX, onLinkedIn }) => onX !== true && onLinkedIn === null);
  const open = [
    firms.filter(({ onX, onLinkedIn }) => onX === false && onLinkedIn !== null),
    firms.filter(({ onX, onLinkedIn }) => onX === null && onLinkedIn !== null),
  ];
  const left = open.reduce((total, members) => total + members.length, 0);
  return [
    { size: active.length, share: 0 },
    { size: without.length, share: 1 },
    ...open.map((members) => {
      const n = Math.min(members.length, Math.round((readByHand * members.length) / left));
      const read = shuffled(members, random).slice(0, n);
      return { size: members.length, n, x: read.filter(isSilent).length };
    }),
  ];
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
