import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WarcRecord } from "../../../crawler/evidence/warc.ts";

/** Does something in a folder that is gone afterwards. */
export async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "evidence-"));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A record of a page. */
export function response(url: string, body: string): WarcRecord {
  return {
    type: "response",
    url,
    date: "2026-09-30T12:00:00.000Z",
    contentType: "application/http; msgtype=response",
    head: "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
    payload: [Buffer.from(body)],
  };
}

/** What every archive of these tests says of itself. */
export const about = { about: { software: "test" }, at: "2026-09-30T12:00:00.000Z" };
