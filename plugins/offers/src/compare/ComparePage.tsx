import { Alert, ButtonIcon, Link, Switch, Text } from '@backstage/ui';
import type { OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import { RiCloseLine } from '@remixicon/react';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { AsOfBanner } from '../asOf/AsOfBanner';
import { AsOfButton } from '../asOf/AsOfButton';
import { useAsOf } from '../asOf/useAsOf';
import { readCompared } from '../catalogue/address';
import { useLastList } from '../catalogue/lastList';
import { Empty } from '../parts/Empty';
import { Loading } from '../parts/Loading';
import { Logo } from '../parts/Logo';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Sheet } from '../parts/Sheet';
import { useLinks } from '../shell/useLinks';
import { useT, useWords } from '../words/useWords';
import styles from './ComparePage.module.css';
import { rowsFor, worthShowing } from './rows';
import { useCompared } from './useCompared';

interface SideBySideProps {
  offers: readonly OfferPage[];
  onlyDifferences: boolean;
  onRemove: (id: string) => void;
}

const OfferHead = ({ offer, onRemove }: { offer: OfferPage; onRemove: (id: string) => void }) => {
  const t = useT();
  const links = useLinks();
  const { at } = useAsOf();
  const { title, logo } = offer.content.information;
  return (
    <div className={styles.offer}>
      <Logo src={logo} />
      <Link href={links.offer(offer.name, at)} weight="bold">
        {title}
      </Link>
      <ButtonIcon
        variant="tertiary"
        size="small"
        icon={<RiCloseLine />}
        aria-label={t('compare.take', { title })}
        onPress={() => onRemove(offer.id)}
      />
    </div>
  );
};

const SideBySide = ({ offers, onlyDifferences, onRemove }: SideBySideProps) => {
  const words = useWords();
  const { t } = words;
  const table = useRef<HTMLDivElement>(null);
  const rows = worthShowing(rowsFor(offers, words), offers, onlyDifferences);
  const remove = (id: string) => {
    // The button that has the focus goes with its offer.
    table.current?.focus();
    onRemove(id);
  };
  return (
    <Sheet>
      <div ref={table} tabIndex={-1} className={styles.scroll}>
        <table className={styles.table} style={{ minInlineSize: `${9 + 11 * offers.length}rem` }}>
          <caption className={styles.caption}>{t('compare.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('compare.what')}</th>
              {offers.map(offer => (
                // What can be done in a heading is not part of what each cell below is read out with.
                <th key={offer.id} scope="col" aria-label={offer.content.information.title}>
                  <OfferHead offer={offer} onRemove={remove} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, show, key }) => (
              <tr key={id} data-differs={new Set(offers.map(key)).size > 1}>
                <th scope="row">{label}</th>
                {offers.map(offer => (
                  <td key={offer.id}>{show(offer) || '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && (
        <Text as="p" color="secondary">
          {t('compare.same')}
        </Text>
      )}
    </Sheet>
  );
};

const Comparison = ({
  ids,
  onRemove,
}: {
  ids: readonly string[];
  onRemove: (id: string) => void;
}) => {
  const t = useT();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const { offers, someMissing, error, retry } = useCompared(ids, useAsOf().at);
  if (error) return <Problem error={error} onRetry={retry} />;
  if (!offers) return <Loading what={t('compare.loading')} rows={6} height={40} />;
  if (offers.length === 0) {
    return (
      <Empty
        title={t('compare.none')}
        description={t(ids.length > 0 ? 'compare.missing' : 'compare.noneWhy')}
      />
    );
  }
  return (
    <div className={styles.body}>
      {someMissing && <Alert status="info" icon title={t('compare.missing')} />}
      {offers.length > 1 && (
        <Switch
          label={t('compare.onlyDifferences')}
          isSelected={onlyDifferences}
          onChange={setOnlyDifferences}
        />
      )}
      <SideBySide offers={offers} onlyDifferences={onlyDifferences} onRemove={onRemove} />
    </div>
  );
};

/** Up to four offers side by side; which ones stands in the address. */
export default function ComparePage() {
  const t = useT();
  const listAt = useLastList();
  const [params, setParams] = useSearchParams();
  const ids = readCompared(params.get('ids'));
  const { at } = useAsOf();
  return (
    <Page
      title={t('compare.title')}
      lede={t('compare.lede')}
      back={{ label: t('shell.catalogue'), href: listAt(at) }}
      actions={<AsOfButton />}
    >
      <AsOfBanner />
      <Comparison
        ids={ids}
        onRemove={id =>
          setParams(before => {
            const next = new URLSearchParams(before);
            next.set('ids', ids.filter(other => other !== id).join(','));
            return next;
          })
        }
      />
    </Page>
  );
}
