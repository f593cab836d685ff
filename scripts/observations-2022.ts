/** `npm run observations -- FILE`: rebuilds the derived tables of 2022 from the table of profiles that they are made from. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { writeTable } from "../datasets/csv.ts";
import { lifetimeBenchmarks, lifetimeRates } from "../datasets/observations.ts";
import { benchmarksOf, ratesOf } from "./observations/health-care-2022.ts";

const [path = ""] = process.argv.slice(2);
const rates = ratesOf(readFileSync(path), basename(path));
const folder = "datasets/observations";
await writeTable(`${folder}/${lifetimeRates.name}.csv`, lifetimeRates, rates);
await writeTable(`${folder}/${lifetimeBenchmarks.name}.csv`, lifetimeBenchmarks, benchmarksOf(rates));
