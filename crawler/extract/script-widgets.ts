/**
 * Follow widgets that a script draws: the account they show is an argument of a call, or of the script's own address. Each row: how
 * the account is known (its first group), and the address it has on its platform.
 */
type Widgets = readonly (readonly [test: RegExp, prefix: string])[];

const calls: Widgets = [
  // Twitter's profile widget of 2010 to 2013, and its timelines since
  [/\bTWTR\.Widget\b[\s\S]{0,3000}?\.setUser\(\s*['"]@?(\w{1,15})['"]/g, "https://x.com/"],
  [/\bsourceType\s*:\s*['"]profile['"]\s*,\s*screenName\s*:\s*['"]@?(\w{1,15})['"]/g, "https://x.com/"],
  [/\bVK\.Widgets\.Group\([^)]{0,500}?,\s*(\d{1,12})\s*\)/g, "https://vk.com/club"],
];

const sources: Widgets = [
  [
    /\bplatform\.(?:twitter|x)\.com\/widgets\/follow_button[\w.]*\.html[?#].{0,300}?screen_name=(\w{1,15})/g,
    "https://x.com/",
  ],
  [/\btwitter\.com\/(?:1\/)?statuses\/user_timeline\/(\w{1,15})\.json/g, "https://x.com/"],
  [
    /\btwitter\.com\/(?:1\/)?statuses\/user_timeline\.json\?[^#]{0,300}?screen_name=(\w{1,15})/g,
    "https://x.com/",
  ],
  [
    /\bflickr\.com\/badge_code(?:_v2)?\.gne\?[^#]{0,300}?user=(\d+(?:@|%40)N\d+)/g,
    "https://www.flickr.com/photos/",
  ],
];

/** Addresses of the accounts that calls in an inline script show. */
export function calledAccounts(script: string): string[] {
  return /TWTR|screenName|VK\.W/.test(script) ? accountsIn(script, calls) : [];
}

/** Addresses of the accounts that a script or frame of this address shows. */
export function sourceAccounts(src: string): string[] {
  return /user_timeline|badge_code|follow_button/.test(src) ? accountsIn(src, sources) : [];
}

function accountsIn(text: string, widgets: Widgets): string[] {
  return widgets.flatMap(([test, prefix]) =>
    [...text.matchAll(test)].flatMap(([, account]) => (account === undefined ? [] : prefix + account)),
  );
}
