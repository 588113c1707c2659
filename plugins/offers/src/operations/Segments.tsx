import { Text } from '@backstage/ui';
import type { OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { publicStates } from '../words/states';
import { audienceWords } from './words';

type Segment = OfferLife['segments'][number];

interface SegmentsProps {
  caption: string;
  segments: readonly Segment[];
  /** what is said when nothing is served */
  nothing: string;
}

/** What is served to whom, from when until when. */
export const Segments = ({ caption, segments, nothing }: SegmentsProps) =>
  segments.length === 0 ? (
    <Text color="secondary">{nothing}</Text>
  ) : (
    <DataTable
      caption={caption}
      rows={segments}
      keyOf={({ from, version, audience }) => `${from} ${version} ${audience.whom}`}
      columns={[
        { label: 'From', cell: ({ from }) => <When at={from} /> },
        { label: 'Until', cell: ({ until }) => (until ? <When at={until} /> : 'further notice') },
        { label: 'Version', cell: ({ version }) => String(version) },
        { label: 'State', cell: ({ state }) => <StateBadge {...publicStates[state]} /> },
        { label: 'For', cell: ({ audience }) => audienceWords(audience) },
      ]}
    />
  );
