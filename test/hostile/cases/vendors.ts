import { html, page, paths, redirect } from "../answers.ts";
import type { HostileCase, Http } from "../server.ts";

const says = (title: string, body = "", head = "") =>
  html(`<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`);
const refuses = (
  status: number,
  title: string,
  body = "",
  headers: Readonly<Record<string, string>> = {},
): Http =>
  html(
    `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
    headers,
    status,
  );

/** Pages of the services that stand between a site and its visitors: name, outcome, answer. */
const walls: readonly (readonly [name: string, expected: string, http: Http])[] = [
  [
    "wall-datadome",
    "challenge",
    refuses(403, "acme.test", '<script src="https://ct.captcha-delivery.com/c.js"></script>'),
  ],
  [
    "wall-perimeterx",
    "challenge",
    refuses(403, "Access to this page has been denied", '<div id="px-captcha"></div>Press & Hold'),
  ],
  [
    "wall-incapsula",
    "challenge",
    html('<html><head><script src="/_Incapsula_Resource?SWJIYLWA=1"></script></head><body></body></html>'),
  ],
  ["wall-akamai", "challenge", says("", '<script src="/_sec/cp_challenge/ak-challenge-4-3.htm"></script>')],
  [
    "wall-akamai-denied",
    "blocked",
    refuses(403, "Access Denied", "<h1>Access Denied</h1>You don't have permission. Reference #18.2d351ab8"),
  ],
  [
    "wall-vercel",
    "challenge",
    refuses(429, "Vercel Security Checkpoint", "We're verifying your browser", {
      "x-vercel-mitigated": "challenge",
    }),
  ],
  [
    "wall-kasada",
    "challenge",
    html(
      '<script src="/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39-8ed7-437e-a3be-862e0f06eea3/ips.js"></script>',
      { "x-kpsdk-ct": "x" },
      429,
    ),
  ],
  [
    "wall-siteground",
    "challenge",
    html(
      '<html><head><meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2F"></head></html>',
      {},
      202,
    ),
  ],
  [
    "wall-imunify",
    "challenge",
    says("One moment, please...", "<p>Please wait while your request is being verified...</p>"),
  ],
  [
    "wall-anubis",
    "challenge",
    says("Making sure you&#39;re not a bot!", '<script id="anubis_version">"v1.2"</script>'),
  ],
  [
    "wall-radware",
    "challenge",
    says("Radware Captcha Page", '<form action="https://validate.perfdrive.com/"></form>'),
  ],
  [
    "wall-ddos-guard",
    "challenge",
    refuses(403, "DDoS-Guard", '<script src="/.well-known/ddos-guard/js-challenge/index.js"></script>'),
  ],
  [
    "wall-turnstile",
    "challenge",
    says(
      "acme.test",
      '<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script><p>Verify you are human by completing the action below.</p>',
    ),
  ],
  [
    "wall-recaptcha",
    "challenge",
    says("Bot Verification", '<p>Verifying that you are not a robot...</p><div class="g-recaptcha"></div>'),
  ],
  [
    "wall-hcaptcha",
    "challenge",
    says(
      "acme.test",
      '<p>Please complete the security check to access acme.test</p><div class="h-captcha" data-sitekey="x"></div>',
    ),
  ],
  [
    "wall-distil",
    "challenge",
    says(
      "Pardon Our Interruption",
      "<p>As you were browsing something about your browser made us think you were a bot.</p>",
    ),
  ],
  [
    "wall-sucuri",
    "challenge",
    html("<html><title>You are being redirected...</title><script>sucuri_cloudproxy_js='x';</script>"),
  ],
  ["wall-yandex", "challenge", says("Are you not a robot?", '<form action="/checkcaptcha?key=1"></form>')],
  [
    "wall-aliyun",
    "challenge",
    html(
      '<script>sessionStorage.x5referer = window.location.href; window.location.replace("/_____tmd_____/punish?x5secdata=a");</script>',
    ),
  ],
  [
    "wall-waiting-room",
    "challenge",
    says(
      "Waiting Room powered by Cloudflare",
      "<h1>You are now in line.</h1><p>Your estimated wait time is 5 minutes.</p>",
    ),
  ],
  [
    "wall-cookies",
    "challenge",
    says(
      "acme.test",
      "<noscript>Please enable cookies and JavaScript</noscript><p>Please enable JS and disable any ad blocker</p>",
      "<script>var dd={'rt':'c'}</script>",
    ),
  ],
  [
    "wall-f5",
    "blocked",
    says(
      "Request Rejected",
      "The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1234",
    ),
  ],
  [
    "wall-fortiweb",
    "blocked",
    says("Web Page Blocked!", "<p>The page cannot be displayed. Attack ID: 20000051</p>"),
  ],
  [
    "wall-cloudflare-1020",
    "blocked",
    refuses(
      403,
      "Access denied | acme.test used Cloudflare to restrict access",
      "<p>Error 1020. You do not have access.</p>",
    ),
  ],
  [
    "wall-blocked-200",
    "blocked",
    says(
      "Sorry, you have been blocked",
      "<h1>Sorry, you have been blocked</h1><p>You are unable to access acme.test</p>",
    ),
  ],
  [
    "wall-wordfence",
    "blocked",
    refuses(403, "Your access to this site has been limited", "Generated by Wordfence"),
  ],
  ["wall-region", "blocked", says("Access denied", "<p>This website is not available in your country.</p>")],
  ["waiting-503", "http_error", refuses(503, "Service Unavailable", "no")],
];

const ways: readonly (readonly [name: string, expected: string, http: Http])[] = [
  [
    "consent-onetrust",
    "partial/consent_wall",
    says(
      "Acme",
      '<div id="onetrust-consent-sdk"><p>We value your privacy</p><button>Accept All Cookies</button><button>Reject All</button></div>',
    ),
  ],
  [
    "consent-german",
    "partial/consent_wall",
    says(
      "Datenschutzeinstellungen",
      "<p>Wir benötigen Ihre Zustimmung.</p><button>Alle akzeptieren</button>",
    ),
  ],
  [
    "consent-french",
    "partial/consent_wall",
    says(
      "Acme",
      "<p>Nous respectons votre vie privée.</p><button>Tout accepter</button><a href='/cookies'>En savoir plus</a>",
    ),
  ],
  [
    "consent-redirect",
    "partial/consent_wall",
    paths({
      "/": redirect("/cookie-consent?next=/"),
      "/cookie-consent?next=/": says("Acme", "<p>Cookies</p><form><button>OK</button></form>"),
    }),
  ],
  [
    "gate-age",
    "partial/consent_wall",
    says("Age verification", "<p>Are you over 18?</p><button>Yes, enter</button><button>No</button>"),
  ],
  [
    "gate-professional",
    "partial/consent_wall",
    says(
      "Acme",
      "<p>This site is intended for healthcare professionals only.</p><a href='/hcp'>I am a healthcare professional</a>",
    ),
  ],
  ["login-basic", "blocked", html("no", { "www-authenticate": 'Basic realm="x"' }, 401)],
  [
    "login-german",
    "login_wall",
    says("Anmelden - Acme", '<form><input name="user"><input type="password"></form>'),
  ],
  [
    "login-wordpress",
    "login_wall",
    paths({
      "/": redirect("/wp-login.php?redirect_to=%2F"),
      "/wp-login.php?redirect_to=%2F": says(
        "Log In &lsaquo; Acme &#8212; WordPress",
        '<form><input type="password"></form>',
      ),
    }),
  ],
  [
    "login-members",
    "login_wall",
    says(
      "Acme Intranet",
      '<p>Members only. Please sign in to continue.</p><form><input name="u"><input type="password" name="p"><button>Sign in</button></form>',
    ),
  ],
  [
    "parked-sedo",
    "parked",
    says("acme.test", '<script src="https://img.sedoparking.com/js/jquery.js"></script><p>Related links</p>'),
  ],
  [
    "parked-bodis",
    "parked",
    html('<html><body><script src="https://www.bodis.com/parking.js"></script></body></html>'),
  ],
  [
    "parked-godaddy",
    "parked",
    says("acme.test", "<p>This domain is parked free, courtesy of GoDaddy.com</p>"),
  ],
  [
    "parked-namecheap",
    "parked",
    says(
      "Registrant WHOIS contact information verification",
      "<p>This domain is registered at Namecheap. Related Searches</p>",
    ),
  ],
  [
    "parked-expired",
    "parked",
    says(
      "acme.test has expired",
      "<p>This domain has expired. If you owned this domain, contact your registrar.</p>",
    ),
  ],
  [
    "parked-coming-soon",
    "parked",
    says(
      "Future home of something quite cool",
      "<p>If you're the site owner, log in to launch this site.</p>",
    ),
  ],
  ["parked-plesk", "parked/default_page", says("Domain Default page", "<h1>Welcome to Plesk</h1>")],
  ["parked-apache", "parked/default_page", says("Apache2 Ubuntu Default Page: It works", "<p>It works!</p>")],
  ["parked-iis", "parked/default_page", says("IIS Windows Server", '<img src="iisstart.png">')],
  [
    "parked-index-of",
    "parked/default_page",
    says("Index of /", "<h1>Index of /</h1><a href='?C=N'>Name</a>"),
  ],
  [
    "parked-suspended",
    "parked/suspended",
    paths({
      "/": redirect("/cgi-sys/suspendedpage.cgi"),
      "/cgi-sys/suspendedpage.cgi": says("Account Suspended", "<p>Contact your hosting provider</p>"),
    }),
  ],
  ["parked-hugedomains", "parked", says("Acme.test is for sale | HugeDomains", "<p>Buy now for $2,795</p>")],
  [
    "soft-404-wordpress",
    "not_found/soft",
    says("Page not found &#8211; Acme", "<h1>Oops! That page can&rsquo;t be found.</h1>"),
  ],
  ["soft-404-tomcat", "not_found/soft", says("HTTP Status 404 – Not Found", "<h1>HTTP Status 404</h1>")],
  ["soft-404-german", "not_found/soft", says("Seite nicht gefunden | Acme", "<p>Leider</p>")],
  [
    "soft-404-redirect",
    "not_found/soft",
    paths({ "/": redirect("/404.html"), "/404.html": says("Acme", "<p>Nothing here.</p>") }),
  ],
  [
    "soft-404-site",
    "not_found/soft",
    says("Site not found", "<p>There is no site configured at this address.</p>"),
  ],
  [
    "error-200-database",
    "http_error/soft",
    says("Database Error", "<h1>Error establishing a database connection</h1>"),
  ],
  [
    "error-200-php",
    "http_error/soft",
    html("<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function in /var/www/index.php:3"),
  ],
  [
    "error-200-gateway",
    "http_error/soft",
    says("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>"),
  ],
  [
    "error-200-maintenance",
    "http_error/soft",
    says("Site under maintenance", "<p>We will be back soon.</p>"),
  ],
];

/** Sites of honest words that sound like those of walls: an audit that takes them for walls loses companies. */
const innocents: readonly (readonly [name: string, title: string, body: string])[] = [
  ["innocent-security", "Security Checkpoint Systems GmbH", "<p>We make security checkpoints.</p>"],
  ["innocent-access", "Access Denied Security Consultants", "<p>We deny access.</p>"],
  ["innocent-login", "Acme Research", '<a href="/login">Log in</a><form><input type="password"></form>'],
  ["innocent-cookies", "Acme Research", "<div>We use cookies. <button>Accept all</button></div>"],
  ["innocent-404", "404 Labs | clinical research", "<p>404 Labs is a research organisation.</p>"],
  ["innocent-maintenance", "Maintenance of trial supplies | Acme", "<p>Maintenance.</p>"],
];

/** Pages that stand between a site and who wants to read it, and sites that only sound like them. */
export const vendorCases: readonly HostileCase[] = [
  ...[...walls, ...ways].map(([name, expected, http]) => ({ name, expected, http })),
  ...innocents.map(([name, title, body]) => ({ name, expected: "visited", http: html(page(body, title)) })),
];
