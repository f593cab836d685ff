import { expect, test } from "vitest";
import { linkedin } from "../../../crawler/platforms/linkedin.ts";
import { read } from "./read.ts";

test.each([
  ["https://www.linkedin.com/company/Acme.io/", "company/acme.io"],
  ["https://www.linkedin.com/company/mu%CC%88ller-cafe%CC%81", "company/müller-café"],
  ["https://www.linkedin.com/company/MÜLLER-CAFÉ", "company/müller-café"],
  ["https://www.linkedin.com/company/a%2Fb", "!grammar"],
  ["https://fr.linkedin.com/company/acme/about", "company/acme"],
  ["https://fr.linkedin.com/company/acme/posts", "company/acme"],
  ["https://fr.linkedin.com/company/acme/jobs", "company/acme"],
  ["https://fr.linkedin.com/company/acme/people", "company/acme"],
  ["https://fr.linkedin.com/company/acme/life", "company/acme"],
  ["https://fr.linkedin.com/company/acme/videos", "company/acme"],
  ["https://fr.linkedin.com/company/acme/insights", "company/acme"],
  ["https://fr.linkedin.com/company/acme/products", "company/acme"],
  ["https://fr.linkedin.com/company/acme/events", "company/acme"],
  ["https://fr.linkedin.com/company/acme/mycompany", "company/acme"],
  ["https://fr.linkedin.com/company/acme/admin", "company/acme"],
  ["https://www.linkedin.com/company/acme/life/main/", "company/acme"],
  ["https://www.linkedin.com/company-beta/acme", "company/acme"],
  ["https://www.linkedin.com/companies/acme", "company/acme"],
  ["https://www.linkedin.com/edu/purdue-university-18357", "school/18357"],
  ["https://www.linkedin.com/edu/school?id=18357", "school/18357"],
  ["https://www.linkedin.com/in/Jane-Doe/recent-activity/all/", "in/jane-doe"],
  ["https://ch.linkedin.com/in/jane-doe/de", "in/jane-doe"],
  ["https://www.linkedin.com/company/johnson-&-johnson", "company/johnson-&-johnson"],
  ["https://www.linkedin.com/company/johnson-%26-johnson", "company/johnson-&-johnson"],
  ["https://www.linkedin.com/groups/1693367", "!group"],
  ["https://www.linkedin.com/groups?gid=1", "!group"],
  ["https://www.linkedin.com/pub/jane-doe/1/2/3", "!reserved"],
  ["https://www.linkedin.com/profile/view?id=1", "!reserved"],
  ["https://www.linkedin.com/feed/update/urn:li:activity:7/", "!reserved"],
  ["https://www.linkedin.com/embed/feed/update/urn:li:share:7", "!post"],
  ["https://www.linkedin.com/acme", "!unknown_path"],
  ["https://learning.linkedin.com/company/acme", "!service_host"],
  ["https://www.linkedin.com/company/acme/events/7", "!post"],
  ["https://www.linkedin.com/showcase/", "!empty"],
])("%s is read as %s", (url, expected) => {
  expect(read(linkedin, url)).toBe(expected);
});

test.each(
  "feed posts pulse jobs learning groups events sharing shareArticle cws redir authwall uas login signup legal help safety checkpoint directory games sales talent services top-content today embed in-app search".split(
    " ",
  ),
)("www.linkedin.com/%s is no account", (word) => {
  expect(read(linkedin, `https://www.linkedin.com/${word}`)).toMatch(/^!/);
});

test.each([
  ["https://www.linkedin.com/groups/Acme-Users-700687", "groups/700687"],
  ["https://www.linkedin.com/groups?mostPopular=&gid=1693367", "groups/1693367"],
])("a group whose link calls itself LinkedIn is the publisher's account: %s", (url, account) => {
  expect(read(linkedin, url, { label: "Visit us on LinkedIn" })).toBe(account);
  expect(read(linkedin, url, { label: "Our user group" })).toBe("!group");
});

test("people are told apart from companies", () => {
  expect(linkedin.parse(new URL("https://www.linkedin.com/in/jane-doe")).kind).toBe("person");
  expect(linkedin.parse(new URL("https://www.linkedin.com/company/acme")).kind).toBe("account");
});
