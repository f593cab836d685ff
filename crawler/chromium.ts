import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import type { Browser } from "playwright";

/** Where systems install a Chromium. */
const usualPrograms: readonly string[] = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium that would be started, or null where there is none. */
export async function findChromium(programs?: readonly string[]): Promise<string | null> {
  // Loaded here, so that an audit that shows no page never pays for it.
  const { chromium } = await import("playwright");
  return (programs ?? [chromium.executablePath(), ...usualPrograms]).find((path) => existsSync(path)) ?? null;
}

/**
 * Starts a Chromium that can reach nothing: it knows no address of any name, and its only way out is a proxy that does not exist.
 * What it shows has to be handed to it.
 *
 * @param programs where one may be installed, the first that exists is taken; Playwright's own, then the system's when absent
 * @throws an error that says what is missing
 */
export async function startChromium(programs?: readonly string[]): Promise<Browser> {
  const executablePath = await findChromium(programs);
  if (executablePath === null) throw new Error("none is installed");
  const { chromium } = await import("playwright");
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({
      executablePath,
      chromiumSandbox,
      args: [...sealed],
      // Tokens that stand in our environment are nothing to a stranger's page.
      env: { PATH: "/usr/bin:/bin", HOME: tmpdir() },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  // Chromium's own sandbox is not for root, nor for systems that forbid user namespaces (Ubuntu since 23.10).
  return await launch(process.getuid?.() !== 0).catch(() => launch(false));
}

const sealed: readonly string[] = [
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--proxy-server=http://nowhere.invalid:9",
  // Without this Chromium takes no proxy to this machine's own addresses.
  "--proxy-bypass-list=<-loopback>",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
  // A page that wants more memory crashes, and that is its own affair.
  "--js-flags=--max-old-space-size=512",
];
