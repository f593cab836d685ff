import { other, type PathReader, type PathRules, platformFrom, readPath } from "./grammar.ts";
import { hostOf } from "./url-parts.ts";

const readCode: PathReader = ([code = "", ...rest]) =>
  /^[\w-]{2,40}$/.test(code) && rest.length === 0 ? `invite/${code}` : other("grammar");

const short: PathRules = { names: readCode };
const long: PathRules = { routes: { invite: readCode } };

/** Discord servers by their invitation, whose code is case-sensitive. */
export const discord = platformFrom({
  id: "discord",
  name: "Discord",
  group: "social",
  hosts: ["discord.gg", "discord.com", "discordapp.com"],
  read: (url) => readPath(url, hostOf(url) === "discord.gg" ? short : long),
  canonical: (account) => `https://discord.gg/${account.replace(/^invite\//, "")}`,
  observers: [],
  examples: [
    ["https://discordapp.com/invite/XyZ9876", "invite/XyZ9876"],
    ["https://discord.com/channels/123/456", null],
  ],
});
