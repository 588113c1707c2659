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

/** What price lists and parties have in common. */
export interface KeptEntry {
  id: string;
  retired: boolean;
  revision: number;
  updatedAt: string;
  updatedBy: string;
}

interface KeptPageProps<T extends KeptEntry> {
  /** tells this list from others */
  name: string;
  title: string;
  lede: string;
  columns: readonly DataColumn<T>[];
  load: (
    query: { retired: 'true' | 'false'; limit: number; cursor?: string },
    signal: AbortSignal,
  ) => Promise<DataPage<T>>;
  /** the dialog for a new one, or for one that is changed */
  edit: (entry: T | undefined, onClose: () => void) => ReactNode;
  retire: (entry: T, onClose: () => void) => ReactNode;
}

type Asked<T> = { what: 'edit'; entry?: T } | { what: 'retire'; entry: T };

/** What a change did to offers, in a sentence. */
export function effectWords({
  refreshed,
  stillSaying,
}: {
  refreshed: readonly ReferringOffer[];
  stillSaying: readonly ReferringOffer[];
}): string {
  return [
    'Kept.',
    refreshed.length > 0 ? `${refreshed.length} drafts follow.` : '',
    stillSaying.length > 0
      ? `${stillSaying.length} published versions keep what they said: plan their change.`
      : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function List<T extends KeptEntry>(
  props: KeptPageProps<T> & { isWhole: boolean; onAsk: (asked: Asked<T>) => void },
) {
  const { name, columns, load, isWhole, onAsk } = props;
  const mayManage = useMe().may('manageReferences');
  const found = usePages<T>([name, isWhole], (cursor, signal) =>
    load({ retired: isWhole ? 'true' : 'false', limit: 50, ...(cursor ? { cursor } : {}) }, signal),
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what="the list" rows={4} height={48} />;
  if (found.items.length === 0) {
    return (
      <Empty
        title="Nothing is kept here yet"
        description="What is kept once is changed once: the drafts of offers that refer to it follow."
      />
    );
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
              label: 'Changed',
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
              label: 'Do',
              cell: entry =>
                entry.retired ? (
                  <StateBadge label="Retired" tone="neutral" />
                ) : (
                  mayManage && (
                    <>
                      <Button
                        size="small"
                        variant="tertiary"
                        aria-label={`Change ${entry.id}`}
                        onPress={() => onAsk({ what: 'edit', entry })}
                      >
                        Change…
                      </Button>
                      <Button
                        size="small"
                        variant="tertiary"
                        aria-label={`Retire ${entry.id}`}
                        onPress={() => onAsk({ what: 'retire', entry })}
                      >
                        Retire…
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
            Show more
          </Button>
        </div>
      )}
    </>
  );
}

function Body<T extends KeptEntry>(props: KeptPageProps<T>) {
  const { title, lede, edit, retire } = props;
  const [isWhole, setWhole] = useState(false);
  const [asked, setAsked] = useState<Asked<T>>();
  const mayManage = useMe().may('manageReferences');
  const close = () => setAsked(undefined);
  return (
    <Page
      title={title}
      lede={lede}
      actions={
        mayManage && (
          <Button variant="secondary" onPress={() => setAsked({ what: 'edit' })}>
            Keep a new one…
          </Button>
        )
      }
    >
      <div className={filterStyles.count}>
        <Switch label="Retired ones too" isSelected={isWhole} onChange={setWhole} />
      </div>
      <List {...props} isWhole={isWhole} onAsk={setAsked} />
      {asked?.what === 'edit' && edit(asked.entry, close)}
      {asked?.what === 'retire' && retire(asked.entry, close)}
    </Page>
  );
}

/** What is kept once and referred to by offers: listed, added, changed, retired. */
export function KeptPage<T extends KeptEntry>(props: KeptPageProps<T>) {
  return (
    <StaffOnly title={props.title} allows={({ isStaff }) => isStaff}>
      <SectionNav of="manage" label="Manage" />
      <Body {...props} />
    </StaffOnly>
  );
}
