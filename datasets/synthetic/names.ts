import type { Random } from "./random.ts";
import { shuffle } from "./random.ts";

const beginnings =
  "Abri Alve Ando Arca Beli Bora Cale Cori Dava Dori Elu Enva Fari Feno Gavi Gelo Hali Hevo Ibra Jora Kali Kemo Lavi Lumo Mare Meli Nari Novu Olve Oria Pelu Prava Quili Ravo Reni Sabi Selo Talu Tervi Uli Vanu Velo Wari Xeno Yova Zali Zeno".split(
    " ",
  );
const endings =
  "bexa cira dane dynis fanta gence gorix kantis lance ligen lonta medra mira nexis nova phera quon rantis renza rivo senda sphera syn tador tegra thera tris vance vella verax vion vista xara xenta zima".split(
    " ",
  );

const suffixes: Readonly<Record<string, readonly string[]>> = {
  cro: ["Clinical Research", "Clinical", "Trials", "Biometrics", "Bioanalytics", "Research Services"],
  pharma: ["Pharma", "Pharmaceuticals", "Therapeutics", "Biologics", "Laboratories"],
};
const otherSuffixes = ["Health", "Life Sciences"];

/** Distinct brands in random order; there are about 1,700 plain ones, after which a number is added. */
export function brands(random: Random, count: number): string[] {
  const plain = beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending));
  const drawn = shuffle(random, plain);
  return Array.from({ length: count }, (_, at) => brandAt(drawn, at));
}

function brandAt(drawn: readonly string[], at: number): string {
  const brand = drawn[at % drawn.length] ?? "";
  const round = Math.floor(at / drawn.length);
  return round === 0 ? brand : `${brand}${round + 1}`;
}

/** What stands behind a brand in a company's name, by segment. */
export function suffixesOf(segment: string): readonly string[] {
  return suffixes[segment] ?? otherSuffixes;
}
