import { Flex, Text } from '@backstage/ui';
import type { OfferStory } from '@offerdesk/backstage-plugin-offers-common';
import { useCall } from '../data/useCall';
import { DataTable } from '../parts/DataTable';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { labelIn } from '../words/changes';
import { valueIn } from '../words/changeValues';
import { instantIn } from '../words/dates';
import { useT, useWords } from '../words/useWords';
import { pageOf } from './questions';

type Told = OfferStory['chapters'][number];

const Changes = ({ chapter, isFirst }: { chapter: Told; isFirst: boolean }) => {
  const t = useT();
  if (chapter.changes.length === 0) {
    return <Text color="secondary">{t(isFirst ? 'story.first' : 'story.same')}</Text>;
  }
  return (
    <DataTable
      caption={t('story.what')}
      rows={chapter.changes}
      keyOf={({ field }) => field}
      columns={[
        { label: t('story.what'), width: '24%', cell: change => labelIn(t, change) },
        {
          label: t('story.before'),
          width: '38%',
          cell: change => (change.before ? valueIn(t, change, change.before) : '–'),
        },
        {
          label: t('story.after'),
          cell: change => (change.after ? valueIn(t, change, change.after) : '–'),
        },
      ]}
    />
  );
};

const Chapter = ({ chapter, before }: { chapter: Told; before: Told | undefined }) => {
  const { t, state } = useWords();
  const version = String(chapter.version);
  const from = instantIn(t, chapter.from);
  const { until } = chapter;
  return (
    <Flex direction="column" gap="2">
      <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
        <Text as="h5" variant="body-medium" weight="bold">
          {until
            ? t('story.between', { version, from, until: instantIn(t, until) })
            : t('story.since', { version, from })}
        </Text>
        <StateBadge {...state(chapter.state)} />
      </Flex>
      {before?.version !== chapter.version && (
        <Changes chapter={chapter} isFirst={before === undefined} />
      )}
    </Flex>
  );
};

/** What the offer has been to the reader, the latest first, and what each version changed. */
export const StoryPanel = ({ name, at }: { name: string; at: string | undefined }) => {
  const t = useT();
  const { data, error, refetch } = useCall('offerStory', pageOf(name, at));
  return (
    <Panel heading="h4" title={t('story.title')} note={t('story.note')}>
      <Flex direction="column" gap="4">
        {error && <Problem error={error} onRetry={() => refetch()} />}
        {!data && !error && <Loading what={t('story.caption')} rows={2} height={40} />}
        {data?.chapters.length === 0 && <Text color="secondary">{t('story.none')}</Text>}
        {data?.chapters.map((chapter, index) => (
          <Chapter
            key={`${chapter.version} ${chapter.from}`}
            chapter={chapter}
            before={data.chapters[index + 1]}
          />
        ))}
      </Flex>
    </Panel>
  );
};
