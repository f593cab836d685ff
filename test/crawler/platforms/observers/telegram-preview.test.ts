import { expect, test } from "vitest";
import { readPreview } from "../../../../crawler/platforms/observers/telegram-preview.ts";

const written = '<a class="tgme_widget_message_date"><time datetime="2026-11-01T10:00:00+00:00"></time></a>';
const message = (post: string, date = written) =>
  `<div class="tgme_widget_message" data-post="${post}">${date}</div>`;

test("a member count of a group is no count of followers", () => {
  expect(readPreview('<div class="tgme_page_extra">57 members, 3 online</div>', "lab").followers).toBeNull();
  expect(readPreview('<div class="tgme_page_extra">57 subscribers</div>', "lab").followers).toBe(57);
});

test("only messages of the channel itself count, and one without a time leaves a gap", () => {
  const preview = readPreview([message("Lab/1"), message("other/2"), message("lab/3", "")].join(""), "lab");
  expect(preview.posts.map((post) => post?.postId ?? null)).toEqual(["1", null, null]);
  expect(preview).toMatchObject({ failure: null, isFirst: true });
});

test("a page that is no preview is an error, a card without messages is not", () => {
  expect(readPreview("<h1>Lab</h1>", "lab").failure).toEqual({ status: "error", reason: "not_a_preview" });
  const card = '<div class="tgme_page_title">Lab</div>';
  expect(readPreview(card, "lab").failure).toEqual({ status: "presence_only", reason: "no_open_preview" });
});
