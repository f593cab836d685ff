import { expect, test } from "vitest";
import { loadCommands } from "../../../cli/commands/index.ts";

test("a command is known by the name it is listed under, and loaded alone", async () => {
  for (const { name } of await loadCommands()) {
    expect((await loadCommands(name)).map((command) => command.name)).toEqual([name]);
  }
});

test("for the help, and for a name nobody has, all commands are there", async () => {
  const all = (await loadCommands()).map(({ name }) => name);
  expect(all.slice(0, 2)).toEqual(["audit", "demo"]);
  for (const name of ["--help", "crwl", "toString", ""])
    expect(await loadCommands(name)).toHaveLength(all.length);
});
