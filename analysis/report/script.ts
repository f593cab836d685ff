/** The report's own program: finds companies, and opens what a link or the printer needs. The page says all without it. */
export const script = `
const rows = [...document.querySelectorAll(".grid tbody tr")];
const names = rows.map((row) => row.cells[0].textContent.toLowerCase());
const find = document.getElementById("find");
const segment = document.getElementById("segment");
const show = () => {
  const text = find.value.trim().toLowerCase();
  rows.forEach((row, index) => {
    row.hidden = !names[index].includes(text) || (segment.value !== "" && row.dataset.segment !== segment.value);
  });
  const count = rows.filter((row) => !row.hidden).length;
  document.getElementById("shown").textContent = count + " of " + rows.length + " companies";
};
find.addEventListener("input", show);
segment.addEventListener("change", show);
document.querySelector(".filters").hidden = false;
const openAround = () => {
  const place = document.getElementById(location.hash.slice(1));
  const details = place && place.closest("details");
  if (details) { details.open = true; place.scrollIntoView(); }
};
addEventListener("hashchange", openAround);
openAround();
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
`;
