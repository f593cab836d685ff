import { type Answer, html, text } from "../answer.ts";

/** Registrable domains of the platforms that forbid all robots: an audit names their accounts and never asks them. */
const closedDomains: readonly string[] = [
  "linkedin.com",
  "x.com",
  "twitter.com",
  "facebook.com",
  "fb.com",
  "instagram.com",
  "youtube.com",
  "youtu.be",
  "tiktok.com",
  "threads.com",
  "threads.net",
];

/** Whether a host belongs to a platform that forbids all robots. */
export function isClosedPlatform(host: string): boolean {
  return closedDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** A closed platform turns robots away, politely at first. */
export function answerClosed(path: string): Answer {
  if (path === "/robots.txt") return text("User-agent: *\nDisallow: /\n");
  return html("<!doctype html><title>Sign in</title><form><input name=session_key></form>", 403);
}
