import { expect, test } from "vitest";
import { cleanHeaders, withoutCredentials, withoutSecrets } from "../../../crawler/evidence/credentials.ts";

test.each([
  ["https://www.googleapis.com/youtube/v3/channels?part=id&key=SECRET", "part=id&key=REMOVED"],
  ["https://api.test/?access_token=SECRET&limit=3", "access_token=REMOVED&limit=3"],
  ["https://user:SECRET@site.test/about", "https://site.test/about"],
  ["https://api.test/?client_secret=SECRET", "client_secret=REMOVED"],
  ["https://api.test/?API-KEY=SECRET&api_key=SECRET", "API-KEY=REMOVED&api_key=REMOVED"],
])("%s is kept without its credential", (address, kept) => {
  expect(withoutCredentials(address)).toContain(kept);
  expect(withoutCredentials(address)).not.toContain("SECRET");
});

test.each([
  "https://site.test/search?keyword=monkey&page=2",
  "https://site.test/?b=%7E&a=1#part",
  "not a url",
])("an address without credentials stays as it is written: %s", (address) => {
  expect(withoutCredentials(address)).toBe(address);
});

test("headers that carry credentials are emptied, and addresses in headers are cleaned", () => {
  const headers = [
    ["Authorization", "Bearer SECRET"],
    ["Set-Cookie", "session=SECRET"],
    ["X-Api-Key", "SECRET"],
    ["Location", "https://site.test/?token=SECRET"],
    ["ETag", '"a"'],
  ] as const;
  const clean = cleanHeaders(headers);
  expect(JSON.stringify(clean)).not.toContain("SECRET");
  expect(clean.map(([name]) => name)).toEqual(headers.map(([name]) => name));
  expect(clean.at(-1)).toEqual(["ETag", '"a"']);
});

test("a known secret stands nowhere, not even escaped, and no secret changes nothing", () => {
  expect(withoutSecrets("/path/a%2Fb?x=a/b", ["a/b", ""])).toBe("/path/REMOVED?x=REMOVED");
  expect(withoutSecrets('{"next":"https://x.test/?t=a\\/b"}', ["a/b"])).toBe(
    '{"next":"https://x.test/?t=REMOVED"}',
  );
  expect(withoutSecrets("as it was", [])).toBe("as it was");
});
