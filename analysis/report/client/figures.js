// Blocks of the page to take along: as text, CSV, SVG and PNG.

/**
 * @param {BlobPart} data
 * @param {string} type
 * @param {string} name
 */
function download(data, type, name) {
  const url = URL.createObjectURL(new Blob([data], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = element("textarea", {}, text);
    document.body.append(area);
    if (area instanceof HTMLTextAreaElement) area.select();
    document.execCommand("copy");
    area.remove();
  }
}

/**
 * The figure's numbers as rows of cells.
 * @param {Element} figure
 */
const numbersOf = (figure) =>
  [...figure.querySelectorAll("tr:not([hidden]), li.row")].map((row) =>
    (row.matches("li") ? [row] : [...row.children]).map(
      (cell) => cell.textContent?.trim().replace(/\s+/g, " ") ?? "",
    ),
  );

/** @param {string[][]} table */
const csvOf = (table) =>
  table
    .map((cells) =>
      cells
        .map((cell) => (/^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell))
        .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(","),
    )
    .join("\r\n");

/** @param {Element} figure */
const sourceOf = (figure) => figure.querySelector(".source")?.textContent ?? "";

/** @param {Element} figure */
const findingOf = (figure) =>
  figure.querySelector("figcaption")?.textContent ?? figure.getAttribute("data-finding") ?? "";

/**
 * The drawing as a file of its own: colours are those of the light page.
 * @param {Element} figure
 */
function svgOf(figure) {
  const svg = figure.querySelector(".drawing svg")?.cloneNode(true) ?? drawTable(figure);
  if (!(svg instanceof SVGElement)) return "";
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("color", "#1b1c1e");
  return new XMLSerializer().serializeToString(svg);
}

/**
 * Breaks a text into lines that fit.
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {number} width
 */
function linesOf(pen, text, width) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * A picture for slides (16:9) or feeds (4:5): the finding, the drawing, the source.
 * @param {Element} figure
 * @param {number} width
 * @param {number} height
 */
async function pictureOf(figure, width, height) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  const margin = 60;
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = "#1b1c1e";
  pen.font = "600 40px system-ui, sans-serif";
  const title = linesOf(pen, findingOf(figure), width - 2 * margin);
  for (const [index, line] of title.entries()) pen.fillText(line, margin, margin + 40 + index * 50);
  pen.fillStyle = "#5a5d62";
  pen.font = "22px system-ui, sans-serif";
  const source = linesOf(pen, sourceOf(figure), width - 2 * margin);
  for (const [index, line] of source.entries()) {
    pen.fillText(line, margin, height - margin - (source.length - 1 - index) * 28);
  }
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(figure))}`;
  await picture.decode();
  const [top, bottom] = [margin + title.length * 50 + 30, height - margin - source.length * 28 - 20];
  const scale = Math.min((width - 2 * margin) / picture.naturalWidth, (bottom - top) / picture.naturalHeight);
  pen.drawImage(picture, margin, top, picture.naturalWidth * scale, picture.naturalHeight * scale);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (blob instanceof Blob) download(blob, "image/png", `${figure.id}-${width}x${height}.png`);
}

/** @type {Record<string, (figure: Element) => unknown>} */
const takings = {
  "Copy as text": (figure) =>
    copy(
      [findingOf(figure), ...numbersOf(figure).map((cells) => cells.join("\t")), sourceOf(figure)].join("\n"),
    ),
  "Copy as CSV": (figure) => copy(csvOf(numbersOf(figure))),
  SVG: (figure) => download(svgOf(figure), "image/svg+xml", `${figure.id}.svg`),
  "PNG 16:9": (figure) => pictureOf(figure, 1600, 900),
  "PNG 4:5": (figure) => pictureOf(figure, 1080, 1350),
};

for (const figure of document.querySelectorAll("figure, section[data-finding]")) {
  const tools = element("p", { class: "tools" });
  for (const [name, take] of Object.entries(takings)) {
    const button = element("button", { type: "button" }, name);
    button.addEventListener("click", () => take(figure));
    tools.append(button);
  }
  figure.append(tools);
}
addEventListener("beforeprint", () => {
  // What is behind two clicks, and the numbers of a drawing, would make a hundred pages of ten.
  for (const details of document.querySelectorAll("section > details"))
    if (details instanceof HTMLDetailsElement) details.open = true;
});
