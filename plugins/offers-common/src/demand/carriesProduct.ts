import { Content } from '../content/content';

/** A version as the rule looks at it; a draft has no validity yet. @public */
export interface CarryingVersion {
  status: string;
  number: number;
  validFrom: string | undefined;
  validUntil: string | undefined;
  content: Pick<Content, 'product'>;
}

/**
 * Whether an offer carries a product at an instant: its draft, the version that serves or one that is
 * ahead links to it. What an earlier version linked to, or one that has ended, is history.
 * @public
 */
export function carriesProduct(
  versions: readonly CarryingVersion[],
  product: string,
  at: string,
): boolean {
  const isOver = ({ validUntil }: CarryingVersion) => validUntil !== undefined && validUntil <= at;
  const isSucceeded = (version: CarryingVersion) =>
    versions.some(other => (other.validFrom ?? at) <= at && succeeds(other, version));
  return versions.some(version => {
    const isAhead = version.validFrom === undefined || version.validFrom > at;
    const counts = isAhead || (!isOver(version) && !isSucceeded(version));
    return counts && version.content.product.entities.some(({ ref }) => ref === product);
  });
}

function succeeds(later: CarryingVersion, { validFrom = '', number }: CarryingVersion): boolean {
  if (later.validFrom === undefined) return false;
  return later.validFrom === validFrom ? later.number > number : later.validFrom > validFrom;
}
