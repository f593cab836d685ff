const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it stands in HTML and in XML, attribute values included. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Joins what a list makes of its entries. */
export function each<T>(list: readonly T[], write: (entry: T, at: number) => string): string {
  return list.map(write).join("\n");
}
