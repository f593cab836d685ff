import { blueskyCar } from "./bluesky-car.ts";
import type { ExportFormat } from "./export.ts";
import { linkedinCompetitors } from "./linkedin-competitors.ts";
import { linkedinPage } from "./linkedin-page.ts";
import { mastodonArchive } from "./mastodon-archive.ts";
import { metaFacebook, metaInstagram } from "./meta.ts";
import { rivalIq } from "./rival-iq.ts";
import { sprout } from "./sprout.ts";
import { xArchive } from "./x-archive.ts";
import { youtubeStudio } from "./youtube-studio.ts";
import { zeeschuimer } from "./zeeschuimer.ts";

/** Every export that is known, in the order in which a file is tried; whatever else is a plain table of the user's own. */
export const exportFormats: readonly ExportFormat[] = [
  xArchive,
  mastodonArchive,
  zeeschuimer,
  blueskyCar,
  linkedinPage,
  linkedinCompetitors,
  metaInstagram,
  metaFacebook,
  youtubeStudio,
  rivalIq,
  sprout,
];
