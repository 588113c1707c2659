import { Content } from './content';

/** A content as an earlier release may have stored it: fields that came later are absent. @public */
export type StoredContent = Omit<
  Content,
  'access' | 'product' | 'pricing' | 'options' | 'knowledge' | 'monitoring'
> & {
  [Part in 'access' | 'product' | 'pricing' | 'options' | 'knowledge' | 'monitoring']: Partial<
    Content[Part]
  >;
};

const none = { allow: [], deny: [] };

/**
 * A stored content with the fields that later releases added. A published version is never rewritten (rule 2),
 * so it is brought up to date when it is read; much cheaper than parsing it again.
 *
 * @param stored - what was stored: a content of this or an earlier release
 * @public
 */
export function upgradeContent(stored: StoredContent): Content {
  const { access, product, pricing, options, knowledge, monitoring } = stored;
  const documents = (list: readonly Partial<Content['knowledge']['runbooks'][number]>[] = []) =>
    list.map(document => ({ title: '', for: [], ...document }));
  return {
    ...stored,
    access: { see: none, order: none, rings: [], ...access },
    product: { entities: [], releases: [], ...product },
    pricing: {
      costs: [],
      ...pricing,
      priceLists: (pricing.priceLists ?? []).map(list => ({
        ...list,
        audience: list.audience ?? [],
      })),
    },
    options: { schema: {}, fixed: {}, toggles: [], effects: [], ...options },
    knowledge: {
      trainingRequired: false,
      ...knowledge,
      runbooks: documents(knowledge.runbooks),
      documents: documents(knowledge.documents),
      training: documents(knowledge.training),
    },
    monitoring: { links: [], entities: [], ...monitoring },
    succession: stored.succession ?? { replaces: [] },
  };
}
