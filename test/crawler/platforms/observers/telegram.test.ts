import { expect, test } from "vitest";
import { telegramPreview } from "../../../../crawler/platforms/observers/telegram.ts";
import { accountOn, daysAgo, fixture, period } from "./fixture.ts";

const account = accountOn("telegram", "lab", "https://t.me/lab");
const message = (id: number, days: number, more = "") =>
  `<div class="tgme_widget_message text_not_supported_wrap" data-post="Lab/${id}">${more}
   <div class="tgme_widget_message_text">SECRET <a href="https://lab.example.com/">link</a></div>
   <a class="tgme_widget_message_date" href="https://t.me/Lab/${id}"><time datetime="${daysAgo(days)}" class="time">1</time></a></div>`;
const info = (counter: string) =>
  `<div class="tgme_channel_info"><div class="tgme_channel_info_counter"><span>${counter}</span> <span>subscribers</span></div></div>`;
const page = (...parts: string[]) => `<!doctype html><html><body>${parts.join("")}</body></html>`;

async function observe(body: string, status = 200) {
  const { effects, asked } = fixture(() => ({ status, body }));
  const observation = await telegramPreview.observe(account, period, effects);
  expect(JSON.stringify(observation)).not.toContain("SECRET");
  expect(asked).toEqual(["https://t.me/s/lab"]);
  return observation;
}

test("the newest messages are read from one page, oldest first as they stand there", async () => {
  const forwarded = '<a class="tgme_widget_message_forwarded_from">SECRET</a>';
  const answer = '<a class="tgme_widget_message_reply">SECRET</a>';
  const body = page(info("1 234"), message(7, 40, forwarded), message(8, 9, answer), message(9, 2));
  expect(await observe(body)).toMatchObject({
    status: "observed",
    sided: "two",
    lastPostAt: daysAgo(2),
    counters: { posts: null, followers: 1234 },
    window: { from: daysAgo(40), cap: 20, complete: false, filters: ["service_messages"] },
    posts: [
      { postId: "9", kind: "original", linkCount: 1 },
      { postId: "8", kind: "reply" },
      { postId: "7", kind: "repost", linkCount: null },
    ],
  });
});

test("a page that holds the channel's first message holds them all", async () => {
  const observation = await observe(page(message(1, 40), message(2, 9)));
  expect(observation.window).toMatchObject({ from: period.from, complete: true, cap: null });
});

test("messages of the service are none, and one without a time leaves the window open", async () => {
  const service = '<div class="tgme_widget_message service_message" data-post="Lab/3"></div>';
  const undated = '<div class="tgme_widget_message" data-post="Lab/5"></div>';
  const observation = await observe(page(service, message(4, 400), undated, message(6, 2)));
  expect(observation).toMatchObject({
    status: "partial",
    reason: "unreadable_posts",
    window: { complete: false },
  });
});

test("a card without messages says that somebody is there, and nothing about silence", async () => {
  const card = '<div class="tgme_page_title">Lab</div><div class="tgme_page_extra">12.3K subscribers</div>';
  expect(await observe(page(card))).toMatchObject({
    status: "presence_only",
    reason: "no_open_preview",
    sided: "none",
    counters: { followers: null },
  });
  expect(await observe(page("<h1>Something else</h1>"))).toMatchObject({ reason: "not_a_preview" });
});
