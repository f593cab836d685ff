import { other, type PathRules, platformFrom, readPath, words } from "./grammar.ts";
import { hostOf } from "./url-parts.ts";

const rules: PathRules = {
  routes: {
    channel: ([code = "", ...rest]) =>
      /^\w{10,40}$/.test(code) && rest.length === 0 ? `channel/${code}` : other("grammar"),
  },
  shares: words("send"),
};

/** WhatsApp channels. A number is a contact and a group an invitation: neither publishes. */
export const whatsapp = platformFrom({
  id: "whatsapp",
  name: "WhatsApp",
  group: "social",
  hosts: ["whatsapp.com", "wa.me", "api.whatsapp.com", "chat.whatsapp.com"],
  read: (url) => (hostOf(url) === "whatsapp.com" ? readPath(url, rules) : other("contact")),
  canonical: (account) => `https://www.whatsapp.com/${account}`,
  observers: [],
  examples: [
    ["https://whatsapp.com/channel/0029VaAbCdEfGhIjKlMnOp12", "channel/0029VaAbCdEfGhIjKlMnOp12"],
    ["https://wa.me/4915112345678", null],
  ],
});
