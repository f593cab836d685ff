// Tables as drawings, for those who want a picture of them.

/** Colours of the light page, by what a cell means. @type {Record<string, string>} */
const tones = {
  posting: "#d3eddb",
  slow: "#f6efc4",
  silent: "#fadccd",
  absent: "#ededea",
  unknown: "#e1e6f6",
};

const [cellWidth, headWidth, linePx, lettersPerLine] = [118, 170, 15, 18];

/** More rows than these cannot be read in a picture. */
const mostRowsDrawn = 20;

/**
 * Breaks a text into lines of so many letters.
 * @param {string} text
 * @param {number} letters
 */
function shortLines(text, letters) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.trim().split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ""} ${word}`;
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word.slice(0, letters));
  }
  return lines.slice(0, 4);
}

/**
 * What a cell says first: of an account what is known, not its name.
 * @param {Element} cell
 */
const firstWords = (cell) => (cell.querySelector(".sign > a") ?? cell).textContent ?? "";

/**
 * An SVG element; like `element`, it makes texts of whatever comes from outside.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 */
function shape(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/**
 * A block's table as a drawing: its first rows as they stand, in the colours of their cells.
 * @param {Element} block
 */
function drawTable(block) {
  const shown = [...block.querySelectorAll("tr:not([hidden]), li.row")].slice(0, mostRowsDrawn + 1);
  let y = 0;
  let width = 0;
  const parts = shown.flatMap((row, index) => {
    let x = 0;
    const isList = row.matches("li");
    const cells = (isList ? [row] : [...row.children]).map((cell, column) => {
      const isWide = isList || cell.hasAttribute("colspan");
      const lines = shortLines(firstWords(cell), isWide ? 80 : column === 0 ? 25 : lettersPerLine);
      return {
        cell,
        lines,
        span: isList
          ? 6 * cellWidth
          : column === 0
            ? headWidth
            : cellWidth * Number(cell.getAttribute("colspan") ?? 1),
      };
    });
    const height = 12 + linePx * Math.max(...cells.map(({ lines }) => lines.length));
    const drawn = cells.flatMap(({ cell, lines, span }, column) => {
      const tone = Object.entries(tones).find(([name]) => cell.classList.contains(name))?.[1];
      const fill = tone ?? (index === 0 && !isList ? "#f1f1ec" : "#ffffff");
      const box = shape("rect", { x, y, width: span - 1, height: height - 1, fill });
      const bold = !isList && (index === 0 || column === 0) ? 600 : 400;
      const texts = lines.map((line, place) =>
        shape("text", { x: x + 6, y: y + 18 + place * linePx, "font-weight": bold }, line),
      );
      x += span;
      return [box, ...texts];
    });
    y += height;
    width = Math.max(width, x);
    return drawn;
  });
  const size = { width, height: y, viewBox: `0 0 ${width} ${y}` };
  return shape(
    "svg",
    { ...size, "font-size": 12, "font-family": "system-ui, sans-serif", fill: "#1b1c1e" },
    ...parts,
  );
}
