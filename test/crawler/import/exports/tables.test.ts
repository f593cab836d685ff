import { expect, test } from "vitest";
import { readExport } from "./reading.ts";

const window = { from: "2026-07-01", to: "2026-10-10" };
const postsOf = ({ observations }: Awaited<ReturnType<typeof readExport>>) =>
  observations.flatMap(({ accountId, posts }) =>
    posts.map(({ postedAt, precision, kind, postId }) => [
      accountId,
      postedAt.slice(0, 16),
      precision,
      kind,
      postId,
    ]),
  );

test("LinkedIn Page analytics: posts below a line of explanation, month first", async () => {
  const file = [
    '"Performance of your content from 07/01/2026 to 09/30/2026",,,,,',
    "Post title,Post link,Post type,Campaign name,Posted by,Created date,Impressions",
    "Secret text,https://www.linkedin.com/feed/update/urn:li:activity:7380000000000000000,Organic,,Ann,09/28/2026,120",
    "More text,https://www.linkedin.com/feed/update/urn:li:activity:7370000000000000000,Organic,,Ann,08/31/2026,99",
  ].join("\n");
  const read = await readExport(file, {
    ...window,
    accounts: ["linkedin:company/acme"],
    account: "linkedin:company/acme",
  });
  expect(read.export).toBe("linkedin_page");
  expect(read.faults).toEqual([]);
  expect(postsOf(read).map(([account, at]) => [account, at])).toEqual([
    ["linkedin:company/acme", "2026-09-28T00:00"],
    ["linkedin:company/acme", "2026-08-31T00:00"],
  ]);
  expect(read.companies.map(({ company }) => company.companyId)).toEqual(["acme"]);
  expect(JSON.stringify(read)).not.toContain("text");
});

test("LinkedIn competitor analytics: counts without dates, by the names of the frame", async () => {
  const file = [
    '"Competitor analytics, 07/01/2026 to 09/30/2026",,,,',
    "Page,Total Followers,New Followers,Total post engagements,Total posts",
    "Acme,12345,12,300,45",
    "Zeta,99,0,0,0",
    "Nobody,1,1,1,1",
  ].join("\n");
  const accounts = ["linkedin:company/acme", "linkedin:company/zeta"];
  const read = await readExport(file, { ...window, accounts });
  expect(read.export).toBe("linkedin_competitors");
  expect(read.observations).toMatchObject([
    { accountId: "linkedin:company/acme", countedPosts: 45, counters: { followers: 12345 }, sided: "two" },
    { accountId: "linkedin:company/zeta", countedPosts: 0, posts: [] },
  ]);
  expect(read.faults.join("\n")).toContain('row 5, Page: "Nobody" is not in the frame');
  await expect(readExport(file, { accounts })).rejects.toThrow(
    "holds counts without dates. Say in which time",
  );
});

test("Meta Business Suite: Facebook and Instagram differ by their columns", async () => {
  const facebook = [
    "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Caption type,Permalink,Post type,Reach",
    "1,100,Acme,Secret,Words,0,09/28/2026 07:00,,https://www.facebook.com/acme/posts/1,Photos,5",
  ].join("\n");
  const page = await readExport(facebook, { ...window, account: "facebook:acme", company: "Acme" });
  expect(page.export).toBe("meta_facebook");
  expect(postsOf(page)).toEqual([["facebook:acme", "2026-09-28T07:00", "day", "unknown", "1"]]);
  const instagram = [
    "Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Reach",
    "2,200,acme_cro,Acme,Words,0,12/01/2025 23:30,https://www.instagram.com/p/x/,IG image,5",
  ].join("\n");
  const profile = await readExport(instagram, { from: "2025-11-01", to: "2026-02-01", company: "acme" });
  expect(profile.export).toBe("meta_instagram");
  expect(postsOf(profile)).toEqual([["instagram:acme_cro", "2025-12-01T23:30", "day", "unknown", "2"]]);
});

test("YouTube Studio: videos by their publish time, the line of totals is none", async () => {
  const file = [
    "Content,Video title,Video publish time,Views,Watch time (hours),Subscribers,Impressions",
    "Total,,,100,5,1,1000",
    'abc123,Secret,"Sep 28, 2026",60,3,1,600',
  ].join("\n");
  const read = await readExport(file, { ...window, account: "youtube:@acme", company: "Acme" });
  expect(read.export).toBe("youtube_studio");
  expect(read.faults).toEqual([]);
  expect(postsOf(read)).toEqual([["youtube:@acme", "2026-09-28T00:00", "day", "unknown", "abc123"]]);
});

test("Rival IQ and Sprout: several networks in one file", async () => {
  const rival = [
    "published_at,company,channel,presence_handle,message,post_link,post_type,engagement_total",
    "2026-09-28 14:03:00,Acme,Twitter,acme,Secret,https://x.com/acme/status/1,photo,4",
    "2026-09-20 14:03:00,Zeta,LinkedIn,company/zeta,Secret,https://www.linkedin.com/x,link,1",
  ].join("\n");
  const first = await readExport(rival, window);
  expect(first.export).toBe("rival_iq");
  expect(postsOf(first).map(([account, , , kind]) => [account, kind])).toEqual([
    ["x:acme", "original"],
    ["linkedin:company/zeta", "original"],
  ]);
  const sprout = [
    "Date,Post ID,Network,Post Type,Content Type,Profile,Sent by,Link,Post,Impressions",
    "09/28/2026 10:02 am,9,X,Post,Text,@acme,Ann,,Secret,10",
  ].join("\n");
  const second = await readExport(sprout, { ...window, company: "Acme" });
  expect(second.export).toBe("sprout");
  expect(postsOf(second)).toEqual([["x:acme", "2026-09-28T10:02", "day", "original", "9"]]);
});

test("an account that nobody in the audit owns is told", async () => {
  const file = 'Content,Video title,Video publish time,Views\nabc,S,"Sep 28, 2026",6';
  const { faults } = await readExport(file, { ...window, account: "youtube:@stranger" });
  expect(faults[0]).toContain(
    "youtube:@stranger is no account of the audit. Say whose it is: --company NAME",
  );
});
