import type { AuditEvent, Effects, WebRequest, WebResponse } from "../../crawler/effects.ts";

/** An answer of a table-driven web; what is not said is an ordinary empty page. */
export function answerOf(
  requestedUrl: string,
  said: Partial<WebResponse> & { text?: string } = {},
): WebResponse {
  const { text = "", ...rest } = said;
  return {
    requestedUrl,
    url: requestedUrl,
    outcome: "ok",
    reason: null,
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: Buffer.from(text),
    startedAt: "2026-09-30T12:00:00.000Z",
    finishedAt: "2026-09-30T12:00:00.100Z",
    ...rest,
  };
}

/** Effects that answer from a table by URL, 404 for the rest, with a clock that stands still; what was asked is kept. */
export function quietEffects(web: Readonly<Record<string, Partial<WebResponse> & { text?: string }>> = {}) {
  const asked: WebRequest[] = [];
  const events: AuditEvent[] = [];
  const effects: Effects & { asked: WebRequest[]; events: AuditEvent[] } = {
    asked,
    events,
    async fetch(request) {
      asked.push(request);
      return answerOf(request.url, web[request.url] ?? { outcome: "not_found", status: 404 });
    },
    now: () => "2026-09-30T12:00:00.000Z",
    sleep: async () => undefined,
    token: () => null,
    emit: (event) => void events.push(event),
  };
  return effects;
}
