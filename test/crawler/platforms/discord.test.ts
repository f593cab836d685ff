import { expect, test } from "vitest";
import { discord } from "../../../crawler/platforms/discord.ts";
import { read } from "./read.ts";

test.each([
  ["https://discord.com/users/1", "!unknown_path"],
  ["https://discord.gg/", "!empty"],
  ["https://discord.gg/AbC12", "invite/AbC12"],
  ["https://www.discord.com/invite/AbC12/", "invite/AbC12"],
  ["https://discordapp.com/invite/acme-labs", "invite/acme-labs"],
  ["https://discord.com/channels/1/2", "!unknown_path"],
  ["https://discord.com/invite/", "!grammar"],
])("%s is read as %s", (url, expected) => {
  expect(read(discord, url)).toBe(expected);
});
