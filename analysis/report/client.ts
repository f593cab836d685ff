import { readFileSync } from "node:fs";

const read = (name: string) => readFileSync(new URL(`./client/${name}`, import.meta.url), "utf8");

/** The report's own program. Its files are one script, in this order. The page says all but the company cards without it. */
export const script = ["elements.js", "grid.js", "cards.js", "tables.js", "figures.js"].map(read).join("\n");

/** How the report looks: on screens, light and dark, and on paper. */
export const style = ["report.css", "grid.css", "cards.css", "print.css"].map(read).join("\n");
