import { words } from "./grammar.ts";

/**
 * Servers of the fediverse known to this version; any other host needs rel=me or a label beside the link. Large general
 * servers, then those of science, medicine, the press and public bodies, as listed by their own sites in 2026.
 */
export const mastodonHosts = words(`
  mastodon.social mastodon.online mstdn.social mas.to mastodon.world techhub.social hachyderm.io infosec.exchange fosstodon.org
  mastodonapp.uk universeodon.com c.im masto.ai toot.community mstdn.party mstdn.plus mstdn.ca mstdn.jp pawoo.net mastodon.cloud
  mastodon.xyz mastodon.lol mastodon.gamedev.place mastodon.art mastodon.sdf.org mastodon.ie mastodon.scot mastodon.green
  mastodon.nl mastodon.uno mastodon.nu mastodon.nz mastodon.de mastodon.coffee mastodon.energy mastodon.eus mastodon.top
  mastodon.eco mastodon.design mastodon.education mastodon.com.br mastodon.derg.nz mastodon.bida.im mastodon.zaclys.com
  mastodon.eu mastodon.au mastodon.partipirate.org mastodon.opencloud.lu mastodon.acm.org mastodon.iriseden.eu
  aus.social theblower.au ohai.social indieweb.social kolektiva.social octodon.social chaos.social troet.cafe norden.social
  nrw.social ruhr.social berlin.social bonn.social hessen.social muenchen.social sueden.social freiburg.social
  social.cologne social.tchncs.de digitalcourage.social dresden.network leipzig.town graz.social wien.rocks fairmove.net
  climatejustice.social climatejustice.global det.social rollenspiel.social social.anoxinon.de metalhead.club
  gruene.social swiss.social tooting.ch toot.wales piaille.fr mamot.fr framapiaf.org social.vivaldi.net
  vivaldi.net ioc.exchange h4.io social.coop sfba.social newsie.social journa.host press.coop federate.social
  tech.lgbt eldritch.cafe todon.eu todon.nl union.place respublicae.eu sigmoid.social c18.masto.host home.social
  dice.camp wandering.shop mathstodon.xyz vmst.io ruby.social front-end.social masto.nu snabelen.no oslo.town expressional.social
  social.linux.pizza floss.social functional.cafe bsd.network phpc.social awscommunity.social dataprotection.social
  fediscience.org med-mastodon.com mstdn.science scholar.social ecoevo.social genomic.social biologists.social scicomm.xyz
  qoto.org sciences.social astrodon.social synapse.cafe neuromatch.social drosophila.social fediphilosophy.org hcommons.social
  wisskomm.social helmholtz.social openbiblio.social datasci.social vis.social hci.social lingo.lol academiccloud.social
  social.academiccloud.de idf.social nerdculture.de mastodon.mit.edu social.mpdl.mpg.de social.bund.de social.network.europa.eu
  ec.social-network.europa.eu social.overheid.nl social.kyiv.dcomm.net medibubble.org medic.cafe vetmeds.social
  pharma.social nursesunited.social disabled.social epidemiology.social bioinformatics.social biotech.social
  zirk.us historians.social archaeo.social glammr.us aurora.social politicalscience.social econtwitter.net
  pixelfed.social pixelfed.de pixelfed.eu misskey.io social.heise.de ard.social zdf.social mastodon.macsnet.cz
  threads.mastodon.social flipboard.social me.dm social.mozilla.org mozilla.social bbc.social social.bbc
`);
