import type { HostileCase } from "../server.ts";
import { bodyCases } from "./bodies.ts";
import { charsetCases } from "./charsets.ts";
import { markupCases } from "./markup.ts";
import { pageCases } from "./pages.ts";
import { redirectCases } from "./redirects.ts";
import { robotsCases } from "./robots.ts";
import { statusCases } from "./statuses.ts";
import { transportCases } from "./transport.ts";
import { trickCases } from "./tricks.ts";
import { vendorCases } from "./vendors.ts";

/** All hostile sites but those of TLS and DNS, which need a server and a look-up of their own. */
export const hostileCases: readonly HostileCase[] = [
  ...bodyCases,
  ...transportCases,
  ...redirectCases,
  ...pageCases,
  ...charsetCases,
  ...robotsCases,
  ...vendorCases,
  ...statusCases,
  ...markupCases,
  ...trickCases,
];
