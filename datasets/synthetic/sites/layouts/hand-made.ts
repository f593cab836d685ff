import { each, escaped } from "../html.ts";
import { agencyCredit, leftovers, menu, relMe } from "../parts.ts";
import type { Page } from "../site.ts";

/** Tables, font tags and little pictures: a site written by hand long ago. No header, main or footer elements. */
export function handMade({ site, title, main }: Page): string {
  const { words, name, own, parents } = site;
  const entries = each(menu(site), ({ href, label }) => `<a href="${href}">${escaped(label)}</a> |`);
  const pictures = each(
    [...own, ...parents],
    (
      icon,
    ) => `<a href="${escaped(icon.href)}" target="_blank"${relMe(icon)}><img src="/img/${icon.platform}.gif" alt="${icon.label}"
width="20" height="20" border="0"></a>`,
  );
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escaped(title)}</title></head>
<body bgcolor="#ffffff"><table width="900" align="center" cellpadding="4">
<tr><td colspan="2"><font size="5"><b>${escaped(name)}</b></font></td></tr>
<tr><td colspan="2" bgcolor="#dde6f0">${entries}</td></tr>
<tr><td valign="top">${main}</td><td width="180" valign="top"><b>${escaped(words.follow)}</b><br>${pictures}${leftovers(site)}</td></tr>
<tr><td colspan="2" align="center"><font size="1">&copy; 2004-2026 ${escaped(name)}<br>${agencyCredit(site.agency, words.madeBy)}</font></td></tr>
</table></body></html>`;
}
