/** Which platform a host belongs to. */
import { words } from "./grammar.ts";
import { platforms } from "./index.ts";
import type { Platform } from "./platform.ts";
import { withoutWww } from "./url-parts.ts";

const byHost = new Map(
  platforms.flatMap((platform) => platform.hosts.map((host) => [host, platform] as const)),
);

/** The platform whose `hosts` list a host, in lower case and with or without `www.`; undefined for all other hosts. */
export function platformOf(hostname: string): Platform | undefined {
  const host = withoutWww(hostname);
  const domain = host.lastIndexOf(".", host.lastIndexOf(".") - 1);
  return byHost.get(host) ?? (domain > 0 ? byHost.get(`*${host.slice(domain)}`) : undefined);
}

const shorteners = words(
  `t.co lnkd.in bit.ly bitly.com j.mp ow.ly buff.ly tinyurl.com goo.gl fb.watch pin.it flic.kr redd.it vm.tiktok.com
  vt.tiktok.com on.soundcloud.com spoti.fi lin.ee link.medium.com linktr.ee is.gd dlvr.it rb.gy cutt.ly hubs.ly spr.ly amzn.to
  trib.al shorturl.at rebrand.ly`,
);

/** Whether a host's links are opaque: where one leads only a request can tell. */
export function isShortener(hostname: string): boolean {
  return shorteners.has(withoutWww(hostname));
}
