import type { Element } from "./tags.ts";

/**
 * Follow buttons, page plugins and timelines name an account in attributes of their own. Each row: how the element is known, and
 * the address of the account it names. Share, like and single-post widgets are not here.
 */
const widgets: readonly { test: RegExp; address: (attributes: Attributes) => string | undefined }[] = [
  { test: /\bfb[-:](page|like-box|fan|follow|subscribe)\b/, address: (a) => a["data-href"] ?? a["href"] },
  {
    test: /\b(twitter|x)-(timeline|follow-button)\b/,
    address: (a) => a["href"] ?? xName(a["data-screen-name"]),
  },
  {
    test: /\bg-(page|person|plus|community|follow)\b|\bg:(page|plus|follow)\b/,
    address: (a) => a["data-href"] ?? a["href"],
  },
  { test: /\bg-ytsubscribe\b/, address: youtubeChannel },
  { test: /\btiktok-embed\b/, address: tiktokCreator },
  { test: /\binstagram-media\b/, address: (a) => a["data-instgrm-permalink"] },
  { test: /\bin\/(followcompany|companyprofile)\b/, address: linkedinCompany },
  { test: /\bxing\/follow\b/, address: (a) => a["data-url"] },
  { test: /\baddthis_button_\w+_follow\b/, address: addThisProfile },
  { test: /\bbsky-embed\b/, address: (a) => prefixed("https://bsky.app/profile/", a["username"]) },
];

type Attributes = Element["attributes"];

/** Address of the account a widget names, or null when the element is no such widget. */
export function widgetAddress(element: Element): string | null {
  const { attributes, tag } = element;
  const { class: className, type, "data-type": dataType } = attributes;
  const isCandidate =
    (className !== undefined && candidateClass.test(className)) ||
    tag.includes("-") ||
    tag.includes(":") ||
    type !== undefined ||
    dataType !== undefined;
  if (!isCandidate) return null;
  const signature = `${className ?? ""} ${tag} ${type ?? ""} ${dataType ?? ""}`.toLowerCase();
  return widgets.find(({ test }) => test.test(signature))?.address(attributes) ?? null;
}

/** A quick look that spares most elements the table. */
const candidateClass = /fb-|er-[tf]|x-[tf]|g-[pcfy]|k-embed|m-media|_follow/;

function prefixed(prefix: string, name: string | undefined): string | undefined {
  return name ? prefix + name.trim().replace(/^@/, "") : undefined;
}

function xName(name: string | undefined): string | undefined {
  return prefixed("https://x.com/", name);
}

function youtubeChannel(attributes: Attributes): string | undefined {
  return (
    prefixed("https://www.youtube.com/channel/", attributes["data-channelid"]) ??
    prefixed("https://www.youtube.com/user/", attributes["data-channel"])
  );
}

function tiktokCreator(attributes: Attributes): string | undefined {
  if (attributes["data-embed-type"] !== "creator") return undefined;
  return prefixed("https://www.tiktok.com/@", attributes["data-unique-id"]);
}

function linkedinCompany(attributes: Attributes): string | undefined {
  return prefixed("https://www.linkedin.com/company/", attributes["data-id"]);
}

/** AddThis's follow buttons (2012 to 2023) hold the platform in their class and the account in an attribute of their own. */
function addThisProfile(attributes: Attributes): string | undefined {
  const platform = /addthis_button_(\w+)_follow/.exec(attributes["class"] ?? "")?.[1] ?? "";
  const isCompany = attributes["addthis:usertype"] === "company";
  const prefix = addThisPrefixes.get(isCompany ? `${platform} company` : platform);
  return prefix && prefixed(prefix, attributes["addthis:userid"]);
}

const addThisPrefixes = new Map([
  ["facebook", "https://www.facebook.com/"],
  ["twitter", "https://x.com/"],
  ["linkedin", "https://www.linkedin.com/in/"],
  ["linkedin company", "https://www.linkedin.com/company/"],
  ["google", "https://plus.google.com/"],
  ["youtube", "https://www.youtube.com/user/"],
  ["flickr", "https://www.flickr.com/photos/"],
  ["vimeo", "https://vimeo.com/"],
  ["pinterest", "https://www.pinterest.com/"],
  ["instagram", "https://www.instagram.com/"],
  ["tumblr", "https://www.tumblr.com/"],
]);
