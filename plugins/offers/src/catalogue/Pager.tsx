import { Button } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { useT } from '../words/useWords';
import styles from './CataloguePage.module.css';
import type { AddressControls } from './useCatalogueAddress';

interface PagerProps {
  page: { nextCursor?: string | undefined; prevCursor?: string | undefined };
  address: Pick<AddressControls, 'cursor' | 'trail' | 'goTo'>;
  isPending: boolean;
  /** reads a page before it is asked for */
  ahead: (cursor: string) => void;
}

/** Whoever moves the pointer or the focus there is about to press. */
const before = (read: () => void) => ({ onHoverStart: read, onFocus: read });

/** Where the page before begins: as the API says, else where the reader came from; empty is the first page. */
function previousOf({ page, address }: Pick<PagerProps, 'page' | 'address'>): string | undefined {
  if (page.prevCursor) return page.prevCursor;
  // The order of relevance is not told backwards: without a trail, back is to its beginning.
  return address.cursor ? (address.trail.at(-1) ?? '') : undefined;
}

/** Who has turned a page often turns the next one too, with the pointer where it was. */
function useNextAhead({ page: { nextCursor }, address, isPending, ahead }: PagerProps) {
  const latest = useRef(ahead);
  latest.current = ahead;
  const turns = address.trail.length > 0 && !isPending;
  useEffect(() => {
    if (turns && nextCursor) latest.current(nextCursor);
  }, [turns, nextCursor]);
}

/** To the page before and the next; nothing where there is one page. */
export const Pager = ({ page, address, isPending, ahead }: PagerProps) => {
  const t = useT();
  const previous = previousOf({ page, address });
  const { nextCursor } = page;
  useNextAhead({ page, address, isPending, ahead });
  if (previous === undefined && !nextCursor) return null;
  return (
    <nav className={styles.pager} aria-label={t('catalogue.pages')}>
      <Button
        variant="secondary"
        iconStart={<RiArrowLeftSLine />}
        isDisabled={previous === undefined || isPending}
        {...before(() => previous !== undefined && ahead(previous))}
        onPress={() => previous !== undefined && address.goTo(previous, 'previous')}
      >
        {t('catalogue.previous')}
      </Button>
      <Button
        variant="secondary"
        iconEnd={<RiArrowRightSLine />}
        isDisabled={!nextCursor || isPending}
        {...before(() => nextCursor && ahead(nextCursor))}
        onPress={() => nextCursor && address.goTo(nextCursor, 'next')}
      >
        {t('catalogue.next')}
      </Button>
    </nav>
  );
};
