// Sorts, filters and searches the platform grid.

const rows = [...document.querySelectorAll("#grid tbody tr")];
const names = rows.map((row) => row.querySelector("th")?.textContent?.toLowerCase() ?? "");
const find = byId("find");
const segment = byId("segment");

function filterGrid() {
  if (!(find instanceof HTMLInputElement) || !(segment instanceof HTMLSelectElement)) return;
  const text = find.value.trim().toLowerCase();
  let shown = 0;
  rows.forEach((row, index) => {
    const isOf = segment.value === "" || row.getAttribute("data-segment") === segment.value;
    const isShown = isOf && (names[index]?.includes(text) ?? false);
    row.toggleAttribute("hidden", !isShown);
    if (isShown) shown += 1;
  });
  byId("shown")?.replaceChildren(`${shown} of ${rows.length} companies`);
}

/**
 * Sorts by one column: figures from the greatest, names from A; again, the other way round. The own company stays on top.
 * @param {HTMLElement} head
 * @param {number} column
 */
function sortGrid(head, column) {
  const first = column === 0 ? "ascending" : "descending";
  const second = column === 0 ? "descending" : "ascending";
  const order = head.getAttribute("aria-sort") === first ? second : first;
  for (const other of document.querySelectorAll("#grid thead th")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const sign = order === "ascending" ? 1 : -1;
  /** @param {Element} row */
  const figureIn = (row) => Number(row.children[column]?.getAttribute("data-value") ?? "-Infinity");
  const places = new Map(rows.map((row, place) => [row, place]));
  const sorted = [...rows].sort((a, b) => {
    const isOwn = Number(b.classList.contains("own")) - Number(a.classList.contains("own"));
    const [from, to] = column === 0 ? [places.get(a) ?? 0, places.get(b) ?? 0] : [figureIn(a), figureIn(b)];
    return isOwn || sign * (from < to ? -1 : from > to ? 1 : 0);
  });
  document.querySelector("#grid tbody")?.append(...sorted);
}

for (const [column, head] of [...document.querySelectorAll("#grid thead th")].entries()) {
  if (!(head instanceof HTMLElement)) continue;
  const button = element("button", { type: "button" }, ...head.childNodes);
  button.addEventListener("click", () => sortGrid(head, column));
  head.append(button);
}
find?.addEventListener("input", filterGrid);
segment?.addEventListener("change", filterGrid);
document.querySelector(".filters")?.removeAttribute("hidden");
