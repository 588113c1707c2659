import {
  NewLinkCode,
  OffersClient,
  OffersProblem,
  OperationId,
  SlackLink,
} from '@offerdesk/backstage-plugin-offers-common';
import type { CallInput, CallOutput } from '@offerdesk/backstage-plugin-offers-common';
import { NoAnswer } from '../backend/noAnswer';
import { pause } from '../time';
import { Asker } from './asker';
import { SlackPeople } from './slackPeople';
import { PersonTokens } from './tokens';

const TIMEOUT_MS = 5_000;
const RETRY_PAUSES_MS = [300, 1_500];

/** Links Slack accounts, with the bot's own token: the code is what says that the person of the portal wants it. */
export class SlackLinks {
  constructor(
    private readonly options: {
      client: OffersClient;
      token: string;
      people: Pick<SlackPeople, 'check'>;
      tokens: Pick<PersonTokens, 'forget'>;
    },
  ) {}

  /**
   * A code to type in the portal.
   *
   * @throws IdentityRefusal, NoAnswer
   */
  async begin(asker: Asker): Promise<NewLinkCode> {
    const { name } = await this.options.people.check(asker);
    return this.call('beginSlackLink', { body: { ...asker, slackName: name } });
  }

  /**
   * Links the account by a code of the portal.
   *
   * @throws IdentityRefusal, NoAnswer; OffersProblem for a code that does not count
   */
  async complete(asker: Asker, code: string): Promise<SlackLink> {
    const { name } = await this.options.people.check(asker);
    const body = { ...asker, slackName: name, code };
    const link = await this.call('completeSlackLink', { body });
    // Whoever the account was before, it is this person from now on.
    this.options.tokens.forget(asker);
    return link;
  }

  /**
   * Who has linked an account; nothing of those whom only the directory names.
   *
   * @returns undefined for an account that nobody has linked, and where the portal does not let the bot ask
   * @throws NoAnswer
   */
  async userOf(account: Asker): Promise<string | undefined> {
    try {
      return (await this.call('slackPerson', { params: account })).user;
    } catch (error) {
      if (error instanceof OffersProblem && [403, 404].includes(error.status)) return undefined;
      throw error;
    }
  }

  /** Telling a code twice links once, so a call without an answer is made again. */
  private async call<Id extends OperationId>(
    id: Id,
    input: CallInput<Id>,
  ): Promise<CallOutput<Id>> {
    const pauses = [...RETRY_PAUSES_MS];
    for (;;) {
      try {
        const { client, token } = this.options;
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        return await client.call(id, input, { token, signal });
      } catch (error) {
        if (error instanceof OffersProblem && error.status < 500) throw error;
        const pauseMs = pauses.shift();
        if (pauseMs === undefined) throw new NoAnswer(error);
        await pause(pauseMs);
      }
    }
  }
}
