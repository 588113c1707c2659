import { Text } from '@backstage/ui';
import type { OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { useWords } from '../words/useWords';
import { audienceWords } from './words';

type Segment = OfferLife['segments'][number];

interface SegmentsProps {
  caption: string;
  segments: readonly Segment[];
  /** what is said when nothing is served */
  nothing: string;
}

/** What is served to whom, from when until when. */
export const Segments = ({ caption, segments, nothing }: SegmentsProps) => {
  const { t, state } = useWords();
  if (segments.length === 0) return <Text color="secondary">{nothing}</Text>;
  return (
    <DataTable
      caption={caption}
      rows={segments}
      keyOf={({ from, version, audience }) => `${from} ${version} ${audience.whom}`}
      columns={[
        { label: t('segment.from'), cell: ({ from }) => <When at={from} /> },
        {
          label: t('segment.until'),
          cell: ({ until }) => (until ? <When at={until} /> : t('segment.further')),
        },
        { label: t('segment.version'), cell: ({ version }) => String(version) },
        { label: t('segment.state'), cell: segment => <StateBadge {...state(segment.state)} /> },
        { label: t('segment.for'), cell: ({ audience }) => audienceWords(audience, t) },
      ]}
    />
  );
};
