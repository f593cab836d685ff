import type { TableExport } from "./export.ts";

/** Videos of a channel, from YouTube Studio's advanced mode ("Table data.csv"). */
export const youtubeStudio: TableExport = {
  id: "youtube_studio",
  title: "YouTube Studio, content",
  platform: "youtube",
  columns: { postId: "Content", postedAt: "Video publish time" },
  telling: ["Content", "Video publish time", "Views"],
};
