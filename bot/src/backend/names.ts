import { z } from 'zod';

/** What people and groups are called, by their refs; who is not in it is called by the ref. */
export type Names = ReadonlyMap<string, string>;

const answerSchema = z.object({
  items: z.array(
    z
      .object({
        // Of an entity only the fields that are asked for come, and what would be left empty does not.
        metadata: z.object({ title: z.string().optional() }).optional(),
        spec: z
          .object({ profile: z.object({ displayName: z.string().optional() }).optional() })
          .optional(),
      })
      .nullable(),
  ),
});

const TIMEOUT_MS = 2_000;
/** So many are asked for at once: no answer in Slack has room for more. */
const MOST = 100;
const FIELDS = ['metadata.title', 'spec.profile.displayName'];

/** What the software catalogue calls people and groups, with the eyes of who asks. */
export class CatalogueNames {
  constructor(
    private readonly baseUrl: string,
    private readonly ask: typeof fetch = (url, init) => fetch(url, init),
  ) {}

  /**
   * Never throws: an answer with refs in place of names is as true.
   *
   * @param token - of the person who reads them
   */
  async of(token: string, refs: readonly string[]): Promise<Names> {
    const asked = [...new Set(refs)].filter(ref => /^(user|group):/.test(ref)).slice(0, MOST);
    if (asked.length === 0) return new Map();
    try {
      const response = await this.ask(`${this.baseUrl}/api/catalog/entities/by-refs`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ entityRefs: asked, fields: FIELDS }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const { items } = answerSchema.parse(await response.json());
      return new Map(
        asked.flatMap((ref, index) => {
          const entity = items[index];
          const name = entity?.spec?.profile?.displayName ?? entity?.metadata?.title;
          return name?.trim() ? [[ref, name.trim()] as const] : [];
        }),
      );
    } catch {
      return new Map();
    }
  }
}
