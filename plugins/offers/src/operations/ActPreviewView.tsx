import { Flex, Text } from '@backstage/ui';
import { oneOf, type ActPreview } from '@offerdesk/backstage-plugin-offers-common';
import { Facts } from '../parts/Facts';
import { Reach } from '../parts/Reach';
import { When } from '../parts/When';
import { toldIn } from '../words/told';
import { useT, type T } from '../words/useWords';
import { Segments } from './Segments';

const orderable = ({ ordering }: ActPreview, t: T) => {
  if (ordering.now === ordering.then) return t(ordering.now ? 'act.yesAsNow' : 'act.noAsNow');
  return t(ordering.then ? 'act.yesFromNow' : 'act.noFromNow');
};

/** Kinds of announcements that there are words of. */
const KINDS = ['upcoming', 'available', 'changed', 'ending', 'ended', 'promotion'] as const;

function kindWords(kind: string, t: T): string {
  const known = oneOf(KINDS, kind);
  return known ? t(`announcement.${known}`) : kind;
}

const Heard = ({ announcements }: Pick<ActPreview, 'announcements'>) => {
  const t = useT();
  return (
    <>
      {announcements.map(({ channel, kind, at }) => (
        <div key={`${channel} ${kind} ${at}`}>
          {t('act.announcedIn', {
            kind: kindWords(kind, t),
            channel,
            when: <When at={at} />,
          })}
        </div>
      ))}
    </>
  );
};

/** What an act would do if it were done now: what is served, who orders, what depends on it, who hears. */
export const ActPreviewView = ({ preview }: { preview: ActPreview }) => {
  const t = useT();
  const isEnding = preview.act === 'terminate';
  const stopsBundles = (isEnding || !preview.ordering.then) && preview.bundles.length > 0;
  const until = preview.then.at(-1)?.until;
  return (
    <Flex direction="column" gap="4">
      {preview.refusal && (
        <Text as="p" weight="bold" role="status">
          {toldIn(t, preview.refusal)}
        </Text>
      )}
      <Facts
        facts={[
          [t('act.version'), preview.version === undefined ? undefined : String(preview.version)],
          isEnding
            ? [t('act.orderableUntil'), until === undefined ? undefined : <When at={until} />]
            : [t('act.orderable'), orderable(preview, t)],
          [t('act.seenBy'), <Reach key="seen" reach={preview.seenBy} />],
          [t('act.orderedBy'), <Reach key="ordered" reach={preview.orderedBy} />],
          [
            t('act.bundles'),
            stopsBundles ? preview.bundles.map(({ title }) => title).join(', ') : undefined,
          ],
          [
            t('act.announced'),
            preview.announcements.length > 0 ? (
              <Heard announcements={preview.announcements} />
            ) : undefined,
          ],
        ]}
      />
      <div>
        <Text as="h3" variant="body-medium" weight="bold">
          {t('act.served')}
        </Text>
        <Segments
          caption={t('act.served')}
          segments={preview.then}
          nothing={t('act.nothingServed')}
        />
      </div>
    </Flex>
  );
};
