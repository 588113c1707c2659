import { Content } from '../content/content';
import { servingVersion } from '../lifecycle/publicState';

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
  const published = versions.flatMap(version =>
    version.validFrom === undefined ? [] : [{ ...version, validFrom: version.validFrom }],
  );
  const serving = servingVersion(published, at);
  return versions.some(version => {
    const { number, validFrom, validUntil, content } = version;
    const isOver = validUntil !== undefined && validUntil <= at;
    const isAhead = validFrom === undefined || validFrom > at;
    const counts = isAhead || (number === serving?.number && !isOver);
    return counts && content.product.entities.some(({ ref }) => ref === product);
  });
}
