import { Flex, Select, Text, TextAreaField } from '@backstage/ui';
import { useCall } from '../data/useCall';
import { OfferPick } from '../demand/OfferPick';
import { OfferPicks } from '../demand/OfferPicks';
import { DateTimeField } from '../forms/DateTimeField';
import { ZoneField } from '../forms/ZoneField';
import { ActPreviewView } from '../operations/ActPreviewView';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { endFaults, endOf, instantIn, type EndForm } from './wizard';
import styles from './Wizard.module.css';
import { useT } from '../words/useWords';

const MOVES: readonly EndForm['subscriptions'][] = ['end', 'now', 'on-date', 'consumer-chooses'];

/** What the end would do, once it has a date. */
const Effect = ({ end, zone }: { end: EndForm; zone: string }) => {
  const [endsAt, noticeAt] = [instantIn(end.ends, zone), instantIn(end.notice, zone)];
  const { data, error } = useCall(
    'previewAct',
    {
      params: { id: end.offer.id },
      query: {
        act: 'terminate',
        zone,
        ...(endsAt ? { endsAt } : {}),
        ...(noticeAt ? { noticeAt } : {}),
      },
    },
    { enabled: endsAt !== undefined, keepPrevious: true },
  );
  if (error) return <Problem error={error} />;
  return data ? <ActPreviewView preview={data} /> : null;
};

interface EndFieldsProps {
  end: EndForm;
  zone: string;
  onChange: (end: EndForm) => void;
}

const EndFields = ({ end, zone, onChange }: EndFieldsProps) => {
  const t = useT();
  const change = (part: Partial<EndForm>) => onChange({ ...end, ...part });
  const faults = endFaults(end, zone);
  return (
    <Panel title={end.offer.title}>
      <Flex direction="column" gap="4">
        <DateTimeField
          label={t('ends.until')}
          isRequired
          value={end.ends}
          onChange={ends => change({ ends })}
        />
        <DateTimeField
          label={t('ends.notice')}
          description={t('ends.noticeHint')}
          value={end.notice}
          onChange={notice => change({ notice })}
        />
        <OfferPick
          label={t('ends.replacedBy')}
          value={end.replacedBy}
          onChange={replacedBy => change({ replacedBy })}
          allows={({ id }) => id !== end.offer.id}
        />
        {!end.replacedBy && (
          <TextAreaField
            label={t('ends.noReplacement')}
            value={end.noReplacement}
            onChange={noReplacement => change({ noReplacement })}
            maxLength={2000}
          />
        )}
        <Select
          label={t('ends.subscriptions')}
          value={end.subscriptions}
          onChange={key => {
            const move = MOVES.find(each => each === key);
            if (move) change({ subscriptions: move });
          }}
          options={MOVES.map(id => ({ id, label: t(`ends.subscriptions.${id}`) }))}
        />
        {end.subscriptions === 'on-date' && (
          <DateTimeField
            label={t('ends.movesOn')}
            isRequired
            value={end.movesOn}
            onChange={movesOn => change({ movesOn })}
          />
        )}
        <TextAreaField
          label={t('ends.reason')}
          isRequired
          secondaryLabel={t('form.required')}
          value={end.reason}
          onChange={reason => change({ reason })}
          maxLength={2000}
        />
        <Effect end={end} zone={zone} />
        {faults.length > 0 && (
          <ul className={styles.faults} aria-label={t('ends.missing', { title: end.offer.title })}>
            {faults.map(fault => (
              <li key={fault}>{t(fault)}</li>
            ))}
          </ul>
        )}
      </Flex>
    </Panel>
  );
};

interface EndsStepProps {
  zone: string;
  onZone: (zone: string) => void;
  value: EndForm[];
  onChange: (ends: EndForm[]) => void;
}

/** The offers that end: when, with which notice, what comes in their place, and what subscriptions do. */
export const EndsStep = ({ zone, onZone, value, onChange }: EndsStepProps) => {
  const t = useT();
  return (
    <>
      <Panel title={t('ends.which')}>
        <Flex direction="column" gap="4">
          <OfferPicks
            label={t('ends.offers')}
            description={t('ends.offersHint')}
            value={value.map(({ offer }) => offer)}
            onChange={offers =>
              onChange(
                offers.map(offer => value.find(end => end.offer.id === offer.id) ?? endOf(offer)),
              )
            }
            isPublished
            allows={({ state }) => state !== 'ended'}
          />
          <ZoneField value={zone} onChange={onZone} />
          <Text as="p" variant="body-small" color="secondary">
            {t('ends.zoneNote')}
          </Text>
        </Flex>
      </Panel>
      {value.map(end => (
        <EndFields
          key={end.offer.id}
          end={end}
          zone={zone}
          onChange={changed =>
            onChange(value.map(each => (each.offer.id === end.offer.id ? changed : each)))
          }
        />
      ))}
    </>
  );
};
