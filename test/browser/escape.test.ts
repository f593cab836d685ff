import { createSocket } from "node:dgram";
import { createServer } from "node:net";
import { expect } from "vitest";
import { visitFiles, withBrowser } from "./site.ts";

/** Listens on this machine by TCP and UDP at one port, and counts whoever comes. */
async function openCanary() {
  let visitors = 0;
  const note = () => {
    visitors += 1;
  };
  const tcp = createServer((socket) => {
    note();
    socket.destroy();
  });
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
  const address = tcp.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const udp = createSocket("udp4", note);
  await new Promise<void>((resolve) => udp.bind(port, "127.0.0.1", resolve));
  const close = async () => {
    udp.close();
    await new Promise((resolve) => tcp.close(resolve));
  };
  return { port, visitors: () => visitors, close };
}

const text = "We run clinical trials. ".repeat(30);

/** Each is a script; `PORT` is the canary's, `shown` what tells that the page lives. */
const attempts: Readonly<Record<string, string>> = {
  "fetches and pictures of other origins and of internal addresses": `
    for (const url of ["http://127.0.0.1:PORT/", "http://localhost:PORT/", "http://[::1]:PORT/", "http://other.test/fetch",
      "http://169.254.169.254/latest/meta-data/"]) {
      fetch(url, { mode: "no-cors" }).catch(() => 0);
      new Image().src = url;
      navigator.sendBeacon(url, "x");
      for (const [tag, attribute] of [["script", "src"], ["link", "href"], ["iframe", "src"], ["object", "data"], ["video", "src"]]) {
        const element = document.createElement(tag);
        element.rel = "stylesheet";
        element[attribute] = url;
        document.body.append(element);
      }
    }`,
  "hints that make browsers connect ahead": `
    for (const rel of ["preconnect", "dns-prefetch", "prefetch", "prerender", "preload", "modulepreload"]) {
      const link = document.createElement("link");
      Object.assign(link, { rel, href: "http://127.0.0.1:PORT/", as: "script" });
      document.head.append(link);
    }
    const rules = document.createElement("script");
    rules.type = "speculationrules";
    rules.textContent = JSON.stringify({ prerender: [{ source: "list", urls: ["http://127.0.0.1:PORT/"] }] });
    document.head.append(rules);`,
  "web sockets and event streams": `
    for (const host of ["127.0.0.1:PORT", "localhost:PORT", "other.test", "www.acme.test"]) new WebSocket("ws://" + host + "/socket");
    new EventSource("http://127.0.0.1:PORT/events");`,
  "workers of every kind": `
    const code = "fetch('http://127.0.0.1:PORT/').catch(() => 0); new WebSocket('ws://127.0.0.1:PORT/'); importScripts('http://127.0.0.1:PORT/')";
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    try { new Worker(url); new SharedWorker(url); new Worker("/worker.js"); } catch {}
    navigator.serviceWorker?.register("/worker.js").catch(() => 0);`,
  WebRTC: `
    const frame = document.createElement("iframe");
    document.body.append(frame);
    for (const from of [window, frame.contentWindow]) {
      if (!from.RTCPeerConnection) continue;
      const urls = ["stun:127.0.0.1:PORT", "turn:127.0.0.1:PORT?transport=tcp", "turn:127.0.0.1:PORT?transport=udp"];
      const peer = new from.RTCPeerConnection({ iceServers: [{ urls, username: "a", credential: "b" }] });
      peer.createDataChannel("x");
      peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    }`,
  WebTransport: `try { new WebTransport("https://127.0.0.1:PORT/").ready.catch(() => 0); } catch {}`,
  popups: `for (const target of ["_blank", "other"]) {
      const popup = window.open("http://127.0.0.1:PORT/", target);
      try { popup.document.write("<img src='http://127.0.0.1:PORT/'>"); popup.fetch("http://127.0.0.1:PORT/").catch(() => 0); } catch {}
    }`,
  "downloads and forms": `
    const link = document.createElement("a");
    Object.assign(link, { href: "http://127.0.0.1:PORT/file.zip", download: "file.zip", ping: "http://127.0.0.1:PORT/ping" });
    document.body.append(link);
    link.click();
    const form = document.createElement("form");
    Object.assign(form, { action: "http://127.0.0.1:PORT/", method: "post", target: "_blank" });
    document.body.append(form);
    form.submit();`,
  dialogs: `alert(1); confirm(2); prompt(3); window.print(); window.onbeforeunload = () => "stay";`,
};

for (const [name, script] of Object.entries(attempts)) {
  withBrowser(`${name} reach nobody, and the page is read all the same`, async () => {
    const canary = await openCanary();
    const body = `<!doctype html><title>Acme</title><div id="root"></div><script>
      try { ${script.replaceAll("PORT", String(canary.port))} } catch {}
      document.getElementById("root").innerHTML = ${JSON.stringify(`<p>${text}</p>`)};</script>`;
    const { visit, arrived } = await visitFiles(
      new Map([
        ["/", { body }],
        ["/worker.js", { body: "", type: "text/javascript" }],
      ]),
    );
    await canary.close();
    expect(canary.visitors()).toBe(0);
    expect(new Set(arrived.filter((path) => path !== "www.acme.test/worker.js"))).toEqual(
      new Set(["www.acme.test/robots.txt", "www.acme.test/", "www.acme.test/sitemap.xml"]),
    );
    expect(visit.captures[0]).toMatchObject({ via: "browser", outcome: "visited" });
  });
}

withBrowser.each([
  ["a file of this machine", "location = 'file:///etc/passwd'"],
  ["an internal address", "location = 'http://127.0.0.1:PORT/'"],
  ["another site", "location = 'http://other.test/'"],
  ["a browser page", "location = 'chrome://version'"],
  ["an address that is data", "location = 'data:text/html,<h1>x'"],
  [
    "another site by a refresh tag",
    "document.head.innerHTML = '<meta http-equiv=refresh content=\"0;url=http://other.test/\">'",
  ],
  [
    "another site by a refresh of the whole",
    "document.write('<meta http-equiv=refresh content=\"0;url=http://127.0.0.1:PORT/\">')",
  ],
])("a page that leads to %s leads nowhere", async (_, script) => {
  const canary = await openCanary();
  const body = `<!doctype html><title>Acme</title><div id="root"></div><script>${script.replaceAll("PORT", String(canary.port))}</script>`;
  const { visit, arrived } = await visitFiles(new Map([["/", { body }]]));
  await canary.close();
  expect([canary.visitors(), arrived.filter((path) => !path.startsWith("www.acme.test/"))]).toEqual([0, []]);
  expect(visit).toMatchObject({ outcome: "partial", finalUrl: "http://www.acme.test/" });
  expect(JSON.stringify(visit)).not.toContain("root:");
});

withBrowser("a script that redirects to another site is not followed there", async () => {
  const files = new Map([
    ["/", { body: `<!doctype html><title>Acme</title><div id="root"></div><script src="/app.js"></script>` }],
    ["/app.js", { body: "", status: 302, headers: { location: "http://other.test/app.js" } }],
  ]);
  const { visit, arrived } = await visitFiles(files);
  expect(arrived.filter((path) => path.startsWith("other.test"))).toEqual([]);
  expect(visit).toMatchObject({ outcome: "partial", reason: "needs_browser" });
});
