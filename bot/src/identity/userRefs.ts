import { z } from 'zod';
import { NoAnswer } from '../backend/noAnswer';
import { Asker } from './asker';
import { PersonTokens } from './tokens';

const answerSchema = z.object({
  items: z.array(
    z.object({
      kind: z.string(),
      metadata: z.object({
        name: z.string(),
        namespace: z.string().default('default'),
        annotations: z.record(z.string(), z.string()).default({}),
      }),
    }),
  ),
});

const ANNOTATION = 'slack.com/bot-notify';
const TIMEOUT_MS = 5_000;

/** Finds catalogue users by what a person typed of them, with the eyes of that person. */
export class UserRefs {
  constructor(
    private readonly baseUrl: string,
    private readonly tokens: Pick<PersonTokens, 'tokenOf'>,
  ) {}

  /**
   * The entity ref of a user: from a Slack mention (`<@U…>`), a full ref, or a name such as `ada`.
   *
   * @returns undefined when no user, or more than one, is linked to the mentioned Slack account
   * @throws IdentityRefusal, NoAnswer
   */
  async find(asker: Asker, typed: string): Promise<string | undefined> {
    const mention = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed)?.[1];
    if (mention) return this.findLinked(asker, mention);
    const name = typed.replace(/^@/, '').toLowerCase();
    if (/^user:[a-z0-9._-]+\/[a-z0-9._-]+$/.test(name)) return name;
    return /^[a-z0-9._-]+$/.test(name) ? `user:default/${name}` : undefined;
  }

  private async findLinked(asker: Asker, slackUserId: string): Promise<string | undefined> {
    const token = await this.tokens.tokenOf(asker);
    const filter = `kind=user,metadata.annotations.${ANNOTATION}=${slackUserId}`;
    const items = await this.query(filter, token);
    // The catalogue compares without regard to case; Slack ids are exact.
    const linked = items.filter(({ metadata }) => metadata.annotations[ANNOTATION] === slackUserId);
    const [user] = linked;
    if (!user || linked.length > 1) return undefined;
    return `user:${user.metadata.namespace}/${user.metadata.name}`.toLowerCase();
  }

  private async query(filter: string, token: string) {
    const search = new URLSearchParams({ filter, limit: '10' });
    try {
      const response = await fetch(`${this.baseUrl}/api/catalog/entities/by-query?${search}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) throw new Error(`the catalogue answered ${response.status}`);
      return answerSchema.parse(await response.json()).items;
    } catch (error) {
      throw new NoAnswer(error);
    }
  }
}
