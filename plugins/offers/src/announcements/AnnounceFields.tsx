import { Checkbox, CheckboxGroup, Text, TextAreaField } from '@backstage/ui';
import { MOST_ANNOUNCED, type AnnouncementReach } from '@offerdesk/backstage-plugin-offers-common';
import { DateTimeField } from '../forms/DateTimeField';
import { namedTime } from '../forms/namedTime';
import { PlainList } from '../parts/PlainList';
import { useChannels } from '../shell/useChannels';
import { readersZone } from '../words/dates';
import { toldIn } from '../words/told';
import { useT } from '../words/useWords';
import styles from './Announce.module.css';
import type { AnnouncementDraft } from './draft';

interface AnnounceFieldsProps {
  draft: AnnouncementDraft;
  reach: AnnouncementReach;
  onChange: (part: Partial<AnnouncementDraft>) => void;
}

const Channels = ({ draft, reach, onChange }: AnnounceFieldsProps) => {
  const t = useT();
  const open = reach.channels.filter(({ mayHear }) => mayHear);
  const closed = reach.channels.filter(({ mayHear }) => !mayHear);
  const channelIn = useChannels();
  return (
    <div>
      {open.length > 0 ? (
        <CheckboxGroup
          label={t('announce.channels')}
          description={t('announce.channelsNote')}
          value={[...draft.channels]}
          onChange={channels => onChange({ channels })}
        >
          {open.map(({ channel }) => (
            <Checkbox key={channel} value={channel}>
              {channelIn(channel)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      ) : (
        <Text as="p" color="secondary">
          {t('announce.noChannels')}
        </Text>
      )}
      {closed.length > 0 && (
        <PlainList>
          {closed.map(({ channel, reason }) => (
            <li key={channel}>
              {t('announce.mayNot', {
                channel: channelIn(channel),
                reason: reason ? toldIn(t, reason) : t('announce.withheld'),
              })}
            </li>
          ))}
        </PlainList>
      )}
    </div>
  );
};

/** What is said, to whom and when. */
export const AnnounceFields = (props: AnnounceFieldsProps) => {
  const { draft, reach, onChange } = props;
  const t = useT();
  const zone = readersZone();
  // What is so now is told now; that it is worth a look can wait.
  const isPromotion = reach.kind === 'promotion';
  const { instant, fault } = namedTime(draft.at, zone);
  const isPast = instant !== undefined && Date.parse(instant) <= Date.now();
  return (
    <div className={styles.form}>
      <TextAreaField
        label={t(isPromotion ? 'announce.text' : 'announce.textOfOther')}
        isRequired
        maxLength={MOST_ANNOUNCED}
        value={draft.text}
        onChange={text => onChange({ text })}
      />
      <Channels {...props} />
      {reach.people > 0 ? (
        <Checkbox isSelected={draft.people} onChange={people => onChange({ people })}>
          {t('announce.peopleWant', { count: reach.people })}
        </Checkbox>
      ) : (
        <Text as="p" color="secondary">
          {t('announce.peopleNone')}
        </Text>
      )}
      {isPromotion && (
        <DateTimeField
          label={t('announce.when')}
          description={t('announce.whenNote', { zone: zone.replace(/_/g, ' ') })}
          value={draft.at}
          onChange={at => onChange({ at })}
          error={fault ?? (isPast ? t('announce.past') : undefined)}
        />
      )}
    </div>
  );
};
