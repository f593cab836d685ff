import { type Html, html } from "./html.ts";

/** How each kind of drawing is made, by the beginning of its id: what it counts, what its lines are, what may not be read from it. */
export const drawings: readonly (readonly [id: string, title: string, how: string])[] = [
  [
    "chart-coverage",
    "From the frame to what could be read",
    "Each bar counts the companies of the frame that are left after a step. Companies that drop out are not silent: nothing is known of them.",
  ],
  [
    "chart-activity",
    "Share with a post, by the days one looks back",
    "One point a day from 1 to 730, so that no threshold is chosen for the reader. The line and its dark band (Wilson, 95 %) are of the companies that could have come out either way; the light band (Manski) is what holds of all, whatever the unread ones do. Where there is a light band alone, too little could be read for one figure. The bands hold day by day, not for the whole line at once.",
  ],
  [
    "chart-ladder",
    "When accounts last posted",
    "Every account stands on one rung, by the age of its newest post when it was observed: 30, 90, 180 and 365 days. What could not be read is a rung of its own. All bars are of one length, so that shares compare; how many accounts a bar stands for is at its end.",
  ],
  [
    "chart-rates",
    "Posts a week of each account",
    "A dot is a rate, a line its 95 % interval: of all posts in the window (Garwood), or of a feed that shows its newest posts only (gamma), widened where an account's weeks differ by more than chance (quasi-Poisson). The axis runs by square roots. Accounts whose intervals touch, directly or through others, share a tier and a colour: within a tier there is no ranking. The dashed line is the median of them all, the grey band where it may lie (order statistics, at least six accounts); a ring marks the company that the report is made for. Rates since an account was opened are not among them.",
  ],
  [
    "chart-timeline",
    "When accounts posted",
    "A dot is a week with posts, the larger the more; a grey line is the time in which every post was seen. A line without dots is silence that was seen; where there is no line, nothing is known.",
  ],
  [
    "chart-published",
    "What others have published, beside ours",
    "A published figure is drawn only where its metric, its definition and, for activity, its threshold agree with one of ours; the others stand in the table below the drawings with the reason. Green ones speak of the same part of the industry, the others of another population. Lines of others are what chance alone allows for a share of so many (Wilson), where the source gives their number: computed here, not published there. A line of ours without a dot runs from the least to the greatest value that is possible.",
  ],
];

/** How to read the drawings of a report. */
export const drawingsPart = (): Html =>
  html`<h3>How to read the drawings</h3><dl>${drawings.map(([, title, how]) => html`<dt>${title}</dt><dd>${how}</dd>`)}</dl>
<p>Every drawing can be taken along as a picture and its numbers as text and CSV; a picture carries its finding, its source and its day.</p>
`;
