import { decodeJwt } from 'jose';
import { Asker } from './asker';
import { AssertionSigner } from './assertion';
import { exchangeAssertion } from './exchange';
import { SlackPeople } from './slackPeople';

/** What resolving a person stands on. */
export interface PersonTokensOptions {
  baseUrl: string;
  people: SlackPeople;
  sign: AssertionSigner;
  /** ms since 1970 */
  now?: () => number;
}

/** A token is renewed this long before it ends, so that it outlives the call it is used for. */
const RENEW_BEFORE_MS = 60_000;

/** Whoever was unlinked, deactivated or made a guest is somebody for this long at most. */
const KEPT_MS = 5 * 60_000;

interface KeptToken {
  token: string;
  endsAt: number;
}

/**
 * Backstage tokens of Slack people: Slack says who they are, the bot signs it, the portal's auth
 * module makes the token. Kept for each person of a workspace for five minutes, and never into its last; several
 * requests of one person at once share one exchange.
 */
export class PersonTokens {
  private readonly kept = new Map<string, Promise<KeptToken>>();

  constructor(private readonly options: PersonTokensOptions) {}

  /**
   * The Backstage token of a person.
   *
   * @throws IdentityRefusal when Slack or the portal does not accept the person; NoAnswer when one of them is silent
   */
  async tokenOf(asker: Asker): Promise<string> {
    const key = keyOf(asker);
    const kept = this.kept.get(key);
    if (kept) {
      const { token, endsAt } = await kept;
      if (this.now() < endsAt - RENEW_BEFORE_MS) return token;
      // Somebody who waited for the same one has begun to renew it.
      const begun = this.kept.get(key);
      if (begun && begun !== kept) return (await begun).token;
    }
    const renewed = this.renew(asker);
    this.kept.set(key, renewed);
    // A refusal is not kept: what was wrong may be mended a moment later.
    renewed.catch(() => this.drop(key, renewed));
    return (await renewed).token;
  }

  /** Forgets the token of a person, because the portal does not take it any more. */
  forget(asker: Asker): void {
    this.kept.delete(keyOf(asker));
  }

  private async renew(asker: Asker): Promise<KeptToken> {
    const { people, sign, baseUrl } = this.options;
    const person = await people.check(asker);
    const token = await exchangeAssertion(baseUrl, () => sign(asker, person));
    const tokenEndsAt = (decodeJwt(token).exp ?? 0) * 1000;
    return { token, endsAt: Math.min(tokenEndsAt, this.now() + KEPT_MS + RENEW_BEFORE_MS) };
  }

  private drop(key: string, failed: Promise<KeptToken>): void {
    if (this.kept.get(key) === failed) this.kept.delete(key);
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}

function keyOf({ teamId, slackUserId }: Asker): string {
  return `${teamId}/${slackUserId}`;
}
