import { datapackage } from "./datapackage.ts";
import type { Exporter } from "./exporter.ts";
import { report } from "./report.ts";

/** Every exporter, in the order they run. */
export const exporters: readonly Exporter[] = [datapackage, report];
