import { Flex, Text } from '@backstage/ui';
import type { AnnouncementReach, Change } from '@offerdesk/backstage-plugin-offers-common';
import { Facts } from '../parts/Facts';
import { PlainList } from '../parts/PlainList';
import { useNames } from '../parts/useNames';
import { When } from '../parts/When';
import { useChannels } from '../shell/useChannels';
import { labelIn } from '../words/changes';
import { refsIn, valueIn } from '../words/changeValues';
import { useT } from '../words/useWords';
import styles from './Announce.module.css';
import { hearersOf, type AnnouncementDraft } from './draft';

interface MessagePreviewProps {
  title: string;
  summary: string;
  draft: AnnouncementDraft;
  reach: AnnouncementReach;
  /** when it is sent; at once where it is not given */
  at: string | undefined;
}

/** What is said of a change besides, line by line. */
const WhatChanged = ({ changes }: Pick<AnnouncementReach, 'changes'>) => {
  const t = useT();
  const nameOf = useNames(refsIn(changes));
  const said = (change: Change, value: string | undefined) =>
    value === undefined ? '' : valueIn(t, change, value, nameOf);
  return (
    <>
      <Text as="p" weight="bold">
        {t('announce.whatChanged')}
      </Text>
      <PlainList>
        {changes.map(change => (
          <li key={change.field}>
            {t(change.before ? 'announce.becomes' : 'announce.isNew', {
              what: labelIn(t, change),
              before: said(change, change.before),
              after: said(change, change.after) || t('announce.takenOut'),
            })}
          </li>
        ))}
      </PlainList>
      <Text as="p" variant="body-small" color="secondary">
        {t('announce.whatChangedNote')}
      </Text>
    </>
  );
};

/** What an announcement says, to whom, and when. */
export const MessagePreview = ({ title, summary, draft, reach, at }: MessagePreviewProps) => {
  const t = useT();
  const channelIn = useChannels();
  const { channels, people } = hearersOf(draft, reach);
  const hearers = [
    ...channels.map(channelIn),
    ...(people > 0 ? [t('announce.peopleWant', { count: people })] : []),
  ];
  return (
    <Flex direction="column" gap="4" align="stretch">
      <div className={styles.message}>
        <Text as="p" weight="bold">
          {`${t(`announcement.${reach.kind}`)}: ${title}`}
        </Text>
        <Text
          as="p"
          className={styles.text ?? ''}
          {...(draft.text.trim() ? {} : { color: 'secondary' })}
        >
          {draft.text.trim() || t('announce.noText')}
        </Text>
        <Text as="p" color="secondary">
          {summary}
        </Text>
        {reach.changes.length > 0 && <WhatChanged changes={reach.changes} />}
      </div>
      <Facts
        facts={[
          [t('announce.hears'), hearers.length > 0 ? hearers.join('; ') : t('announce.nobody')],
          [t('announce.sentAt'), at ? <When at={at} /> : t('announce.atOnce')],
        ]}
      />
    </Flex>
  );
};
