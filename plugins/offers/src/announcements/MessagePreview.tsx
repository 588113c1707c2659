import { Flex, Text } from '@backstage/ui';
import type { AnnouncementReach } from '@offerdesk/backstage-plugin-offers-common';
import { Facts } from '../parts/Facts';
import { When } from '../parts/When';
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

/** What an announcement says, to whom, and when. */
export const MessagePreview = ({ title, summary, draft, reach, at }: MessagePreviewProps) => {
  const t = useT();
  const { channels, people } = hearersOf(draft, reach);
  const hearers = [
    ...channels,
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
