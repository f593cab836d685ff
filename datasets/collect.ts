/** All rows of a table, or those that are wanted, in memory. */
export async function collect<T>(
  rows: AsyncIterable<T>,
  wanted: (row: T) => boolean = () => true,
): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) if (wanted(row)) found.push(row);
  return found;
}
