import { Flex, Text } from '@backstage/ui';
import type { OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { shortRef } from '../words/refs';
import { useT, useWords, type T } from '../words/useWords';

type Segment = OfferLife['segments'][number];

function ringWords({ groups, percent }: { groups: string[]; percent: number }, t: T): string {
  const parts = groups.map(shortRef);
  if (percent > 0) parts.push(t('life.percent', { percent: String(percent) }));
  return parts.join(', ');
}

function whomWords({ audience }: Segment, t: T): string {
  switch (audience.whom) {
    case 'in':
      return t('life.in', { ring: ringWords(audience.ring, t) });
    case 'outside':
      return t('life.outside', { ring: ringWords(audience.ring, t) });
    default:
      return t('life.all');
  }
}

const isNow = ({ from, until }: Segment, now: string) =>
  from <= now && (until === undefined || now < until);

const Segments = ({ life }: { life: OfferLife }) => {
  const { t, state } = useWords();
  return (
    <DataTable
      caption={t('life.caption')}
      rows={[...life.segments].reverse()}
      keyOf={segment => JSON.stringify(segment)}
      columns={[
        { label: t('life.from'), cell: ({ from }) => <When at={from} /> },
        { label: t('life.until'), cell: ({ until }) => (until ? <When at={until} /> : '–') },
        {
          label: t('life.version'),
          cell: segment =>
            isNow(segment, life.at) ? `${segment.version} (${t('life.now')})` : segment.version,
        },
        { label: t('life.state'), cell: segment => <StateBadge {...state(segment.state)} /> },
        { label: t('life.whom'), cell: segment => whomWords(segment, t) },
      ]}
    />
  );
};

const Rings = ({ rings }: { rings: OfferLife['rings'][number] }) => {
  const t = useT();
  return (
    <div>
      <Text as="h5" variant="body-medium" weight="bold">
        {t('life.rings', { number: String(rings.version) })}
      </Text>
      <PlainList>
        {rings.stages.map(({ from, ring, held }) => (
          <li key={from}>
            {ring ?? t('life.everybody')}
            {held && ` (${t('life.held')})`}
            <Text color="secondary">
              {' – '}
              <When at={from} />
            </Text>
          </li>
        ))}
      </PlainList>
    </div>
  );
};

const Places = ({ places }: Pick<OfferLife, 'places'>) => {
  const t = useT();
  return (
    <div>
      <Text as="h5" variant="body-medium" weight="bold">
        {t('life.places')}
      </Text>
      <DataTable
        caption={t('life.places')}
        rows={[...places].reverse()}
        keyOf={({ from = '' }) => from}
        columns={[
          { label: t('life.from'), cell: ({ from }) => (from ? <When at={from} /> : '–') },
          { label: t('life.catalogue'), cell: ({ catalogueTitle }) => catalogueTitle },
          { label: t('card.category'), cell: ({ categoryTitle }) => categoryTitle ?? '–' },
        ]}
      />
    </div>
  );
};

/** What is served to whom, past and ahead, with its rings: for those who look after offers. */
export const LifePanel = ({ offerId }: { offerId: string }) => {
  const t = useT();
  const { data: life, error, refetch } = useCall('getOfferLife', { params: { id: offerId } });
  return (
    <Panel heading="h4" title={t('life.title')} note={t('life.note')}>
      {error && <Problem error={error} onRetry={() => refetch()} />}
      {!life && !error && <Loading what={t('life.caption')} rows={2} height={40} />}
      {life && (
        <Flex direction="column" gap="4">
          <Segments life={life} />
          {life.places.length > 0 && <Places places={life.places} />}
          {life.rings.map(rings => (
            <Rings key={rings.version} rings={rings} />
          ))}
        </Flex>
      )}
    </Panel>
  );
};
