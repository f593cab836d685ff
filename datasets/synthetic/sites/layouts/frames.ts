import { each, escaped } from "../html.ts";
import { agencyCredit, feedLink, menu, relMe } from "../parts.ts";
import type { Page, Site } from "../site.ts";

/** Pages that the frames of a start page show: the menu with the accounts, and the middle. */
export const framePaths = { menu: "/left.html", middle: "/welcome.html" } as const;

/** A site of the nineties: the start page holds frames and nothing else; what is in them has addresses of its own. */
export function frames({ site, role, url, title, main }: Page): string {
  const { name } = site;
  if (url.endsWith(framePaths.menu)) return menuFrame(site);
  if (role !== "home" || url.endsWith(framePaths.middle)) {
    return `<html><head><title>${escaped(title)}</title></head><body bgcolor="#ffffff">${main}</body></html>`;
  }
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN" "http://www.w3.org/TR/html4/frameset.dtd">
<html><head><title>${escaped(name)}</title>${feedLink(site)}</head>
<frameset cols="220,*" border="0"><frame src="${framePaths.menu}" name="left" noresize><frame src="${framePaths.middle}" name="middle">
<noframes><body><a href="${framePaths.menu}">${escaped(name)}</a></body></noframes></frameset></html>`;
}

function menuFrame(site: Site): string {
  const { words, name, own, parents } = site;
  const entries = each(
    menu(site),
    ({ href, label }) => `<a href="${href}" target="middle">${escaped(label)}</a><br>`,
  );
  const accounts = each(
    [...own, ...parents],
    (icon) => `<a href="${escaped(icon.href)}" target="_top"${relMe(icon)}>${icon.label}</a><br>`,
  );
  return `<html><head><title>${escaped(name)}</title></head><body bgcolor="#dde6f0"><font size="4"><b>${escaped(name)}</b></font><p>${entries}</p>
<p><b>${escaped(words.follow)}</b><br>${accounts}</p><font size="1">${agencyCredit(site.agency, words.madeBy)}</font></body></html>`;
}
