import { Checkbox, Select, Text } from '@backstage/ui';
import {
  usualPreferences,
  type AnnouncementPreferences,
  type OwnQuietHours,
  type PatchAnnouncementPreferences,
} from '@offerdesk/backstage-plugin-offers-common';
import { Panel } from '../parts/Panel';
import { readersZone } from '../words/dates';
import { useT } from '../words/useWords';
import { TimeField } from './TimeField';
import styles from './Wishes.module.css';

/** What the fields begin with: a night like most, where the policy names none. */
const USUAL_NIGHT: OwnQuietHours = { from: '20:00', until: '08:00', weekends: true };

interface QuietPanelProps {
  wishes: AnnouncementPreferences;
  onChange: (patch: PatchAnnouncementPreferences) => void;
}

/** Who has never named a zone is where their browser is: hours of their own would be of use nowhere else. */
function zoneIn({ zone }: AnnouncementPreferences): { zone?: string } {
  const here = readersZone();
  return zone === usualPreferences.zone && here && here !== zone ? { zone: here } : {};
}

function nightOf({ quietByPolicy: policy }: AnnouncementPreferences): OwnQuietHours {
  if (!policy) return USUAL_NIGHT;
  const { from, until, weekends } = policy;
  return { from, until, weekends };
}

function usePolicyWords(policy: AnnouncementPreferences['quietByPolicy']): string {
  const t = useT();
  if (!policy) return t('quiet.noPolicy');
  const { from, until, weekends } = policy;
  return t(weekends ? 'quiet.policyWeekends' : 'quiet.policy', { from, until });
}

interface OwnHoursProps {
  quiet: OwnQuietHours;
  onChange: (quiet: OwnQuietHours) => void;
}

const OwnHours = ({ quiet, onChange }: OwnHoursProps) => {
  const t = useT();
  return (
    <>
      <TimeField
        label={t('quiet.from')}
        time={quiet.from}
        onChange={from => onChange({ ...quiet, from })}
      />
      <TimeField
        label={t(quiet.until > quiet.from ? 'quiet.until' : 'quiet.untilNext')}
        time={quiet.until}
        onChange={until => onChange({ ...quiet, until })}
      />
      <Checkbox isSelected={quiet.weekends} onChange={weekends => onChange({ ...quiet, weekends })}>
        {t('quiet.weekends')}
      </Checkbox>
    </>
  );
};

/** When the reader is left in peace: as the policy says, or in hours of their own. */
export const QuietPanel = ({ wishes, onChange }: QuietPanelProps) => {
  const t = useT();
  const { quiet, quietByPolicy: policy, zone } = wishes;
  const choose = (key: string) => {
    if (key === 'policy') onChange({ quiet: null });
    else if (!quiet) onChange({ quiet: nightOf(wishes), ...zoneIn(wishes) });
  };
  return (
    <Panel title={t('quiet.title')} note={t('quiet.why', { zone: zone.replace(/_/g, ' ') })}>
      <div className={styles.fields}>
        <Select
          label={t('quiet.whose')}
          value={quiet ? 'own' : 'policy'}
          onChange={key => key !== null && choose(String(key))}
          options={[
            { id: 'policy', label: t('quiet.byPolicy') },
            { id: 'own', label: t('quiet.own') },
          ]}
        />
        {quiet && <OwnHours quiet={quiet} onChange={next => onChange({ quiet: next })} />}
      </div>
      <Text as="p" color="secondary" className={styles.note}>
        {usePolicyWords(policy)}{' '}
        {t(policy?.approvals ? 'quiet.approvalsByPolicy' : 'quiet.approvals')}
      </Text>
    </Panel>
  );
};
