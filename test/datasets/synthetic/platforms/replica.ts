import type { Effects } from "../../../../crawler/effects.ts";
import type { Answer, Asked } from "../../../../datasets/synthetic/answer.ts";
import type { Directory } from "../../../../datasets/synthetic/directory.ts";
import type { SyntheticAccount } from "../../../../datasets/synthetic/industry.ts";
import { accountOn } from "../../../crawler/platforms/observers/fixture.ts";
import { directory, industry, scenario } from "../small.ts";

/** The effects of a program that holds a token and asks a replica, with the addresses it asked. */
export function asking(answer: (asked: Asked, directory: Directory) => Answer, token: string) {
  const asked: string[] = [];
  const effects: Effects = {
    async fetch({ url, headers = {} }) {
      asked.push(url);
      const { host, pathname: path, searchParams: query } = new URL(url);
      const sent = Object.values(headers)[0]?.replace(/^Bearer /, "") ?? null;
      const told = answer({ scheme: "https", host, path, query, token: sent }, directory);
      const at = new Date().toISOString();
      return {
        ...{ requestedUrl: url, url, reason: null, startedAt: at, finishedAt: at },
        outcome: told.status === 200 ? "ok" : "http_error",
        status: told.status,
        headers: told.headers,
        body: Buffer.from(told.body),
      };
    },
    now: () => scenario.now,
    sleep: async () => undefined,
    token: () => token,
    emit: () => undefined,
  };
  return { effects, asked };
}

/** The lookback of an audit of the small industry. */
export const year = {
  from: new Date(Date.parse(scenario.now) - 365 * 86_400_000).toISOString(),
  to: scenario.now,
};

/** Accounts of a platform, as an audit knows them. */
export const accountsOn = (platform: string, fits: (account: SyntheticAccount) => boolean = () => true) =>
  industry.accounts
    .filter((account) => account.platform === platform && fits(account))
    .map((truth) => ({ truth, account: accountOn(platform, truth.account, truth.url) }));
