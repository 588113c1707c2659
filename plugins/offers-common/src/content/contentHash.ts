import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalize from 'canonicalize';
import { Sha256 } from '../audit/chain';
import { PlanChange } from '../plan/changes';
import { Termination } from '../plan/terminations';
import { Content, ContentPart, materialParts } from './content';

const sha256Hex: Sha256 = text => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * SHA-256 (hex) of a JSON value in canonical form (RFC 8785), so that the order of keys and the
 * spelling of numbers make no difference.
 * @param hash - another SHA-256, such as that of the platform, where much is hashed
 * @public
 */
export function hashJson(value: unknown, hash: Sha256 = sha256Hex): string {
  return hash(canonicalize(value) ?? 'null');
}

/**
 * The hash of everything that a version says; tells whether anything changed.
 * @param hash - another SHA-256, as in {@link hashJson}
 * @public
 */
export function contentHash(content: Content, hash?: Sha256): string {
  return hashJson(asFirstWritten(content), hash);
}

/**
 * The hash of what an approval is given on: the material parts of a version (rule 3).
 * @param parts - what is material; the table of the domain unless policy widens it
 * @public
 */
export function materialHash(
  content: Content,
  parts: readonly ContentPart[] = materialParts,
): string {
  const written = asFirstWritten(content);
  return hashJson(Object.fromEntries(parts.map(part => [part, written[part]])));
}

/**
 * A content without the fields that later releases added and that say nothing: so the hash of what was
 * approved before an upgrade is the same after it (rule 3).
 */
function asFirstWritten(content: Content): Record<ContentPart, unknown> {
  const { access, product, pricing, options, succession } = content;
  const isNothing = succession.replaces.length === 0 && Object.keys(succession).length === 1;
  return {
    ...content,
    bundle: content.bundle,
    access: withoutEmpty(access, 'rings'),
    product: withoutEmpty(product, 'releases'),
    pricing: {
      ...pricing,
      priceLists: pricing.priceLists.map(list => withoutEmpty(list, 'audience')),
    },
    options: withoutEmpty(options, 'toggles', 'effects'),
    succession: isNothing ? undefined : succession,
  };
}

function withoutEmpty<T extends object>(value: T, ...fields: (keyof T)[]): Partial<T> {
  const copy: Partial<T> = { ...value };
  for (const field of fields) {
    const held: unknown = copy[field];
    if (Array.isArray(held) && held.length === 0) delete copy[field];
  }
  return copy;
}

/** What a plan brings, as far as approvals are concerned. @public */
export interface PlanSubstance {
  scenario: string;
  /** UTC instant of the planned release */
  releaseAt: string;
  /** how often the plan has been asked for: what is asked for again is decided on again */
  round: number;
  /** editorial parts that the approval policy treats as material too */
  alsoMaterial?: readonly ContentPart[];
  offers: readonly {
    offerId: string;
    interaction: string;
    owner: string | undefined;
    content: Content;
  }[];
  terminations?: readonly Termination[];
  changes?: readonly PlanChange[];
}

/**
 * The content hash of a plan: what a decision is given on (rule 3). It covers the release date, the
 * round, who owns what is offered, the material parts of each version, what ends, and what changes of structure and
 * views; the order of offers makes no difference. What a plan does not bring leaves no trace, so that the hash of
 * what was approved before there were scenarios is the same.
 * @public
 */
export function planContentHash(plan: PlanSubstance): string {
  const parts = [...new Set([...materialParts, ...(plan.alsoMaterial ?? [])])];
  const offers = plan.offers
    .map(({ offerId, interaction, owner, content }) => ({
      offerId,
      interaction,
      owner: owner ?? null,
      material: materialHash(content, parts),
    }))
    .sort((a, b) => (a.offerId < b.offerId ? -1 : 1));
  const { scenario, releaseAt, round, terminations = [], changes = [] } = plan;
  const ends = [...terminations].sort((a, b) => (a.offerId < b.offerId ? -1 : 1));
  return hashJson({
    scenario,
    releaseAt,
    round,
    offers,
    ...(ends.length > 0 ? { terminations: ends } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  });
}
