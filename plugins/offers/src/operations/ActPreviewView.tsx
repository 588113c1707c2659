import { Flex, Text } from '@backstage/ui';
import type { ActPreview } from '@offerdesk/backstage-plugin-offers-common';
import { Facts } from '../parts/Facts';
import { Reach } from '../parts/Reach';
import { When } from '../parts/When';
import { Segments } from './Segments';
import { announcementKinds } from './words';

const orderable = ({ ordering }: ActPreview) => {
  if (ordering.now === ordering.then) return ordering.now ? 'Yes, as now' : 'No, as now';
  return ordering.then ? 'Yes; now nobody can' : 'No; now they can';
};

const Heard = ({ announcements }: Pick<ActPreview, 'announcements'>) => (
  <>
    {announcements.map(({ channel, kind, at }) => (
      <div key={`${channel} ${kind} ${at}`}>
        {announcementKinds[kind] ?? kind} in {channel}, <When at={at} />
      </div>
    ))}
  </>
);

/** What an act would do if it were done now: what is served, who orders, what depends on it, who hears. */
export const ActPreviewView = ({ preview }: { preview: ActPreview }) => (
  <Flex direction="column" gap="4">
    {preview.refusal && (
      <Text as="p" weight="bold" role="status">
        {preview.refusal}
      </Text>
    )}
    <Facts
      facts={[
        ['Version', preview.version === undefined ? undefined : String(preview.version)],
        ['Can be ordered after it', orderable(preview)],
        ['Seen by', <Reach key="seen" reach={preview.seenBy} />],
        ['Ordered by', <Reach key="ordered" reach={preview.orderedBy} />],
        [
          'Bundles that stop with it',
          !preview.ordering.then && preview.bundles.length > 0
            ? preview.bundles.map(({ title }) => title).join(', ')
            : undefined,
        ],
        [
          'Still announced',
          preview.announcements.length > 0 && <Heard announcements={preview.announcements} />,
        ],
      ].map(([label, value]) => [label, value || undefined] as [string, typeof value])}
    />
    <div>
      <Text as="h3" variant="body-medium" weight="bold">
        Served from now on
      </Text>
      <Segments
        caption="Served from now on"
        segments={preview.then}
        nothing="Nothing is served any more."
      />
    </div>
  </Flex>
);
