/**
 * Accounts that themes and site builders put into their templates. An account in this list is nobody's own unless the site itself
 * has that name; collected from the default settings of the named products.
 */
const placeholders = new Set(
  `wordpress wordpresscom wordpressdotcom wix wixcom squarespace shopify weebly webflow godaddy jimdo duda hubspot joomla drupal ghost
  envato themeforest elegantthemes elementor themeisle astra yourpage yourprofile yourname yourusername yourcompany yourchannel username
  user profile page account handle name company companyname mycompany example sample test demo facebook twitter instagram
  linkedin youtube pinterest tiktok google`.split(/\s+/),
);

/** Whether a handle is what a template holds before anyone fills it in. */
export function isPlaceholder(handle: string): boolean {
  return placeholders.has(handle.toLowerCase().replace(/[^a-z]/g, ""));
}
