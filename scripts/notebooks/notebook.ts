import { stripVTControlCharacters } from "node:util";
import { z } from "zod";

const Lines = z.union([z.string(), z.array(z.string())]);
const Source = Lines.transform((given) => (typeof given === "string" ? given : given.join("")));
const Output = z.discriminatedUnion("output_type", [
  z.object({ output_type: z.literal("stream"), name: z.string(), text: Source }),
  z.object({ output_type: z.enum(["display_data", "execute_result"]), data: z.record(z.string(), z.json()) }),
  z.object({ output_type: z.literal("error"), ename: z.string(), evalue: z.string() }),
]);
type Output = z.infer<typeof Output>;

const Cell = z.object({
  cell_type: z.enum(["markdown", "code"]),
  id: z.string(),
  source: Source,
  outputs: z.array(Output).default([]),
});

/** What of a notebook is kept: its cells, their outputs without counters and times, and its kernel. */
export const Notebook = z.object({
  cells: z.array(Cell),
  metadata: z.object({
    kernelspec: z.object({ name: z.string(), display_name: z.string(), language: z.string() }),
  }),
});
export type Notebook = z.infer<typeof Notebook>;

/** Reads a notebook and leaves out what differs from run to run. */
export function readNotebook(text: string): Notebook {
  const { cells, metadata } = Notebook.parse(JSON.parse(text));
  return { metadata, cells: cells.map((cell) => ({ ...cell, outputs: steadyOutputs(cell.outputs) })) };
}

/** A notebook as a file of Jupyter's format 4.5. */
export function writeNotebook({ cells, metadata }: Notebook): string {
  const written = {
    cells: cells.map(({ cell_type, id, source, outputs }) => ({
      ...{ cell_type, id, metadata: {}, source: linesOf(source) },
      ...(cell_type === "code" && { execution_count: null, outputs: outputs.map(writtenOutput) }),
    })),
    metadata: { ...metadata, language_info: { name: metadata.kernelspec.language } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(written, null, 1)}\n`;
}

function writtenOutput(output: Output) {
  if (output.output_type === "stream") return { ...output, text: linesOf(output.text) };
  if (output.output_type === "error") return { ...output, traceback: [] };
  const data = Object.fromEntries(
    Object.entries(output.data).map(([type, value]) => [
      type,
      typeof value === "string" ? linesOf(value) : value,
    ]),
  );
  const counted = output.output_type === "execute_result" ? { execution_count: null } : {};
  return { ...output, data, metadata: {}, ...counted };
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/).filter((line) => line !== "");

/** Neighbouring pieces of one stream as one, without colours; data as text. */
function steadyOutputs(outputs: readonly Output[]): Output[] {
  const steady: Output[] = [];
  for (const output of outputs) {
    const last = steady.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      steady[steady.length - 1] = { ...last, text: last.text + stripVTControlCharacters(output.text) };
    } else {
      steady.push(steadyOutput(output));
    }
  }
  return steady;
}

function steadyOutput(output: Output): Output {
  if (output.output_type === "stream") return { ...output, text: stripVTControlCharacters(output.text) };
  if (output.output_type === "error") return output;
  const data = Object.entries(output.data).map(([type, value]) => {
    const text = Source.safeParse(value);
    return [type, text.success ? stripVTControlCharacters(text.data) : value];
  });
  return { ...output, data: Object.fromEntries(data) };
}

/**
 * What of a notebook's outputs is no longer what was committed.
 *
 * @returns one line a cell; none where nothing has drifted
 */
export function driftOf(committed: Notebook, executed: Notebook): string[] {
  return executed.cells.flatMap((cell, index) => {
    const before = linesIn(committed.cells[index]?.outputs ?? []);
    const after = linesIn(cell.outputs);
    const at = after.findIndex((line, number) => line !== before[number]);
    const first = at >= 0 ? at : before.length > after.length ? after.length : -1;
    if (first < 0) return [];
    const told = (line: string | undefined) =>
      line === undefined ? "nothing" : JSON.stringify(line.slice(0, 160));
    return [
      `cell ${index + 1}, line ${first + 1} of its output: was ${told(before[first])}, is ${told(after[first])}`,
    ];
  });
}

/** Whether a cell shows fewer outputs than were committed: kernels may say that a cell is done before what it shows has arrived. */
export function hasLostOutputs(committed: Notebook, executed: Notebook): boolean {
  return executed.cells.some(
    ({ outputs }, index) => outputs.length < (committed.cells[index]?.outputs.length ?? 0),
  );
}

const linesIn = (outputs: readonly Output[]): string[] =>
  outputs.flatMap((output) => JSON.stringify(writtenOutput(output), null, 1).split("\n"));
