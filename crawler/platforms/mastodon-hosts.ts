import { words } from "./grammar.ts";

/**
 * Servers of the fediverse known to this version: general ones, by country and place, of science and medicine, of the press and
 * public bodies. No list can be complete; on any other host it takes rel=me or a label beside the link.
 */
export const mastodonHosts = words(`
  mastodon.social mastodon.online mstdn.social mas.to mastodon.world techhub.social hachyderm.io infosec.exchange fosstodon.org
  mastodonapp.uk universeodon.com c.im masto.ai toot.community mstdn.party mstdn.plus mstdn.jp pawoo.net mastodon.cloud
  mastodon.xyz mastodon.lol mastodon.gamedev.place mastodon.art mastodon.sdf.org mastodon.green mastodon.coffee mastodon.energy
  mastodon.top mastodon.design mastodon.acm.org ohai.social indieweb.social kolektiva.social octodon.social social.vivaldi.net
  ioc.exchange h4.io social.coop federate.social tech.lgbt eldritch.cafe todon.eu todon.nl union.place home.social dice.camp
  wandering.shop vmst.io ruby.social front-end.social expressional.social social.linux.pizza floss.social functional.cafe
  bsd.network phpc.social awscommunity.social disabled.social zirk.us pixelfed.social pixelfed.de misskey.io

  mstdn.ca sfba.social mastodon.ie mastodon.scot toot.wales mastodon.nl mastodon.uno mastodon.nu mastodon.nz mastodon.au
  aus.social theblower.au mastodon.eus mastodon.com.br mastodon.bida.im mastodon.zaclys.com mastodon.partipirate.org
  mastodon.opencloud.lu mastodon.iriseden.eu piaille.fr mamot.fr framapiaf.org swiss.social tooting.ch graz.social wien.rocks
  chaos.social troet.cafe norden.social nrw.social ruhr.social berlin.social bonn.social hessen.social muenchen.social
  sueden.social freiburg.social social.cologne social.tchncs.de digitalcourage.social dresden.network fairmove.net det.social
  rollenspiel.social social.anoxinon.de metalhead.club gruene.social climatejustice.social climatejustice.global snabelen.no
  oslo.town

  fediscience.org med-mastodon.com mstdn.science scholar.social ecoevo.social genomic.social biologists.social scicomm.xyz
  qoto.org sciences.social astrodon.social synapse.cafe neuromatch.social drosophila.social fediphilosophy.org hcommons.social
  wisskomm.social helmholtz.social openbiblio.social datasci.social vis.social hci.social lingo.lol idf.social nerdculture.de
  medibubble.org mathstodon.xyz sigmoid.social historians.social archaeo.social glammr.us econtwitter.net

  newsie.social journa.host respublicae.eu social.bund.de social.network.europa.eu ec.social-network.europa.eu
  social.overheid.nl ard.social zdf.social social.heise.de social.bbc flipboard.social mozilla.social me.dm
`);
