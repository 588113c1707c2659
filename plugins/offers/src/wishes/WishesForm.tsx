import { Select } from '@backstage/ui';
import {
  oneOf,
  type AnnouncementPreferences,
  type PatchAnnouncementPreferences,
} from '@offerdesk/backstage-plugin-offers-common';
import { useMemo } from 'react';
import { useAct } from '../data/useCall';
import { ZoneField } from '../forms/ZoneField';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { useToast } from '../parts/useToast';
import { useT } from '../words/useWords';
import { QuietPanel } from './QuietPanel';
import { TimeField } from './TimeField';
import styles from './Wishes.module.css';

type Kind = keyof AnnouncementPreferences['kinds'];

const KINDS: readonly Kind[] = ['available', 'changed', 'ending', 'ended', 'promotion', 'upcoming'];
const MODES = ['now', 'daily', 'weekly', 'off'] as const;

/** What is coming is told at once to those who have to know, or not at all. */
const modesOf = (kind: Kind) =>
  MODES.filter(mode => kind !== 'upcoming' || mode === 'now' || mode === 'off');

/** A Monday, to name the days of the week after. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1000;

function useWeekdays() {
  const language = useT()('words.locale');
  return useMemo(() => {
    const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, index) => ({
      id: String(index + 1),
      label: name.format(MONDAY + index * DAY_MS),
    }));
  }, [language]);
}

interface PartProps {
  wishes: AnnouncementPreferences;
  onChange: (patch: PatchAnnouncementPreferences) => void;
}

const Kinds = ({ wishes, onChange }: PartProps) => {
  const t = useT();
  return (
    <Panel title={t('hear.kinds')}>
      <div className={styles.fields}>
        {KINDS.map(kind => (
          <Select
            key={kind}
            label={t(`hear.${kind}`)}
            value={wishes.kinds[kind]}
            onChange={key => {
              const mode = oneOf(modesOf(kind), key);
              if (mode) onChange({ kinds: { [kind]: mode } });
            }}
            options={modesOf(kind).map(mode => ({ id: mode, label: t(`hear.${mode}`) }))}
          />
        ))}
      </div>
    </Panel>
  );
};

const When = ({ wishes, onChange }: PartProps) => {
  const t = useT();
  const weekdays = useWeekdays();
  return (
    <Panel title={t('hear.when')}>
      <div className={styles.fields}>
        <TimeField
          label={t('hear.time')}
          time={wishes.time}
          onChange={time => onChange({ time })}
        />
        <Select
          label={t('hear.weekday')}
          value={String(wishes.weekday)}
          onChange={key => onChange({ weekday: Number(key) })}
          options={weekdays}
        />
        <ZoneField value={wishes.zone} onChange={zone => onChange({ zone })} />
      </div>
    </Panel>
  );
};

/** What the reader wishes to hear by kind, and when; each choice is kept as it is made. */
export const WishesForm = ({ wishes }: { wishes: AnnouncementPreferences }) => {
  const t = useT();
  const toast = useToast();
  const { mutate, variables, isPending, error } = useAct('patchAnnouncementPreferences');
  // What was chosen stays in sight while it is kept; a refusal takes it back.
  const patch = isPending ? variables?.body : undefined;
  const shown = { ...wishes, ...patch, kinds: { ...wishes.kinds, ...patch?.kinds } };
  const keep = (body: PatchAnnouncementPreferences) =>
    mutate({ body }, { onSuccess: () => toast(t('hear.kept')) });
  return (
    <>
      {error && <Problem error={error} />}
      <Kinds wishes={shown} onChange={keep} />
      <When wishes={shown} onChange={keep} />
      <QuietPanel wishes={shown} onChange={keep} />
    </>
  );
};
