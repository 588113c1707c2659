import { z } from 'zod';
import { NoAnswer } from '../backend/noAnswer';
import { Asker } from './asker';
import { SlackLinks } from './slackLinks';
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

/** Finds users of the portal by what a person typed of them: by who has linked an account, and with the eyes of that person. */
export class UserRefs {
  constructor(
    private readonly baseUrl: string,
    private readonly tokens: Pick<PersonTokens, 'tokenOf'>,
    private readonly links: Pick<SlackLinks, 'userOf'>,
    private readonly ask: typeof fetch = (url, init) => fetch(url, init),
  ) {}

  /**
   * The entity ref of a user: from a Slack mention (`<@U…>`), a full ref, or a name such as `ada`.
   *
   * @returns undefined when the mentioned Slack account is nobody's, or link and directory name several
   * @throws IdentityRefusal, NoAnswer
   */
  async find(asker: Asker, typed: string): Promise<string | undefined> {
    const mention = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed)?.[1];
    if (mention) return this.findLinked(asker, mention);
    const name = typed.replace(/^@/, '').toLowerCase();
    if (/^user:[a-z0-9._-]+\/[a-z0-9._-]+$/.test(name)) return name;
    return /^[a-z0-9._-]+$/.test(name) ? `user:default/${name}` : undefined;
  }

  /** The link and the directory name one user, as for who signs in: nobody counts as two (rule 4). */
  private async findLinked(asker: Asker, slackUserId: string): Promise<string | undefined> {
    const [linked, annotated] = await Promise.all([
      this.links.userOf({ teamId: asker.teamId, slackUserId }),
      this.findAnnotated(asker, slackUserId),
    ]);
    const [user, ...others] = new Set([...(linked ? [linked] : []), ...annotated]);
    return others.length > 0 ? undefined : user;
  }

  private async findAnnotated(asker: Asker, slackUserId: string): Promise<string[]> {
    const token = await this.tokens.tokenOf(asker);
    const filter = `kind=user,metadata.annotations.${ANNOTATION}=${slackUserId}`;
    const items = await this.query(filter, token);
    // The catalogue compares without regard to case; Slack ids are exact.
    return items
      .filter(({ metadata }) => metadata.annotations[ANNOTATION] === slackUserId)
      .map(({ metadata }) => `user:${metadata.namespace}/${metadata.name}`.toLowerCase());
  }

  private async query(filter: string, token: string) {
    const search = new URLSearchParams({ filter, limit: '10' });
    try {
      const response = await this.ask(`${this.baseUrl}/api/catalog/entities/by-query?${search}`, {
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
