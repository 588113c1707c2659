import { Button, Switch, Text } from '@backstage/ui';
import type { ReferringOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useState, type ReactNode } from 'react';
import { usePages, type Page as DataPage } from '../data/useCall';
import { DataTable, type DataColumn } from '../parts/DataTable';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useMe } from '../shell/useMe';
import { useT, type T } from '../words/useWords';

/** What price lists and parties have in common. */
export interface KeptEntry {
  id: string;
  retired: boolean;
  revision: number;
  updatedAt: string;
  updatedBy: string;
}

interface KeptPageProps<Entry extends KeptEntry> {
  /** tells this list from others */
  name: string;
  title: string;
  lede: string;
  columns: readonly DataColumn<Entry>[];
  load: (
    query: { retired: 'true' | 'false'; limit: number; cursor?: string },
    signal: AbortSignal,
  ) => Promise<DataPage<Entry>>;
  /** the dialog for a new one, or for one that is changed */
  edit: (entry: Entry | undefined, onClose: () => void) => ReactNode;
  retire: (entry: Entry, onClose: () => void) => ReactNode;
}

type Asked<Entry> = { what: 'edit'; entry?: Entry } | { what: 'retire'; entry: Entry };

/** What a change did to offers, in a sentence. */
export function effectWords(
  t: T,
  {
    refreshed,
    stillSaying,
  }: { refreshed: readonly ReferringOffer[]; stillSaying: readonly ReferringOffer[] },
): string {
  return [
    t('kept.done'),
    refreshed.length > 0 ? t('kept.follow', { count: refreshed.length }) : '',
    stillSaying.length > 0 ? t('kept.still', { count: stillSaying.length }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function List<Entry extends KeptEntry>(
  props: KeptPageProps<Entry> & { isWhole: boolean; onAsk: (asked: Asked<Entry>) => void },
) {
  const { name, columns, load, isWhole, onAsk } = props;
  const t = useT();
  const mayManage = useMe().may('manageReferences');
  const found = usePages<Entry>([name, isWhole], (cursor, signal) =>
    load({ retired: isWhole ? 'true' : 'false', limit: 50, ...(cursor ? { cursor } : {}) }, signal),
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('kept.loading')} rows={4} height={48} />;
  if (found.items.length === 0) {
    return <Empty title={t('kept.none')} description={t('kept.noneWhy')} />;
  }
  return (
    <>
      <Sheet>
        <DataTable
          caption={props.title}
          rows={found.items}
          keyOf={({ id }) => id}
          columns={[
            ...columns,
            {
              label: t('kept.changed'),
              cell: ({ updatedAt, updatedBy }) => (
                <>
                  <When at={updatedAt} />
                  <Text as="p" variant="body-small" color="secondary">
                    <Who entityRef={updatedBy} plain />
                  </Text>
                </>
              ),
            },
            {
              label: t('kept.do'),
              cell: entry =>
                entry.retired ? (
                  <StateBadge label={t('kept.retired')} tone="neutral" />
                ) : (
                  mayManage && (
                    <>
                      <Button
                        size="small"
                        variant="tertiary"
                        aria-label={t('kept.changeOne', { name: entry.id })}
                        onPress={() => onAsk({ what: 'edit', entry })}
                      >
                        {t('kept.change')}
                      </Button>
                      <Button
                        size="small"
                        variant="tertiary"
                        aria-label={t('kept.retireOne', { name: entry.id })}
                        onPress={() => onAsk({ what: 'retire', entry })}
                      >
                        {t('kept.retire')}
                      </Button>
                    </>
                  )
                ),
            },
          ]}
        />
      </Sheet>
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button variant="secondary" onPress={() => found.fetchNextPage()}>
            {t('kept.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Body<Entry extends KeptEntry>(props: KeptPageProps<Entry>) {
  const { title, lede, edit, retire } = props;
  const t = useT();
  const [isWhole, setWhole] = useState(false);
  const [asked, setAsked] = useState<Asked<Entry>>();
  const mayManage = useMe().may('manageReferences');
  const close = () => setAsked(undefined);
  return (
    <Page
      title={title}
      lede={lede}
      actions={
        mayManage && (
          <Button variant="secondary" onPress={() => setAsked({ what: 'edit' })}>
            {t('kept.new')}
          </Button>
        )
      }
    >
      <div className={filterStyles.count}>
        <Switch label={t('kept.retiredToo')} isSelected={isWhole} onChange={setWhole} />
      </div>
      <List {...props} isWhole={isWhole} onAsk={setAsked} />
      {asked?.what === 'edit' && edit(asked.entry, close)}
      {asked?.what === 'retire' && retire(asked.entry, close)}
    </Page>
  );
}

/** What is kept once and referred to by offers: listed, added, changed, retired. */
export function KeptPage<Entry extends KeptEntry>(props: KeptPageProps<Entry>) {
  const t = useT();
  return (
    <StaffOnly title={props.title} allows={({ isStaff }) => isStaff}>
      <SectionNav of="manage" label={t('shell.manage')} />
      <Body {...props} />
    </StaffOnly>
  );
}
