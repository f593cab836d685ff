import { readImport } from "../../../crawler/import/index.ts";

/** A file read with all its observations, in the order in which it names their accounts. */
export async function readWhole(...given: Parameters<typeof readImport>) {
  const imported = await readImport(...given);
  return { ...imported, observations: [...imported.observations] };
}
