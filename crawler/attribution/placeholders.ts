/**
 * Accounts that themes, site builders and shop systems leave in their templates, and those that stand for "put yours here". Such an
 * account is nobody's own unless the site itself bears that name. These are the vendors' own well-known names.
 */
const vendors = new Set(
  `wordpress wordpresscom wordpressdotcom automattic jetpack yoast woocommerce woothemes wix wixcom squarespace shopify weebly webflow
  godaddy jimdo duda hubspot strikingly bigcommerce volusion prestashop magento opencart typo3 joomla drupal ghost tumblr blogger
  envato themeforest elegantthemes elementor wpastra astra themeisle themefusion themenectar tagdiv kriesi muffingroup artbees
  studiopress mythemeshop themegrill athemes colorlib templatemonster bootstrapmade html5up disqus addthis addtoany sharethis
  facebook twitter instagram linkedin youtube pinterest tiktok google`.split(/\s+/),
);

const fillIns =
  /^(?:(?:your|my|dein|ihre?)?(?:user|company|business|brand|site|website|page|profile|account|channel|handle|twitter|facebook|instagram|linkedin|youtube)?(?:name|page|profile|handle|account|channel|username)|(?:your|my)(?:company|brand|business|site)|example|sample|test|demo|user|company)$/;

/** Whether a handle is what a template holds before anyone fills it in. */
export function isPlaceholder(handle: string): boolean {
  const word = handle.toLowerCase().replace(/[^a-z\d]/g, "");
  return vendors.has(word) || fillIns.test(word);
}
