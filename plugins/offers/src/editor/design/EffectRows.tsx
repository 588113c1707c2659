import { Select, TextField } from '@backstage/ui';
import type { Json, Options } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../../words/useWords';
import { useLiveDraft } from '../liveDraft';
import { AddedCharge, newCharge } from './AddedCharge';
import { designedOptions } from './optionDesign';
import { PlainRows } from './PlainRows';
import { ValueField, type Taken } from './ValueField';

type Effect = Options['effects'][number];
type Percent = Extract<Effect['effect'], { kind: 'percent' }>;

const KINDS = ['add', 'percent'] as const;

const PARTS: readonly Percent['of'][] = ['all', 'recurring', 'one-off', 'usage'];

const TOGGLE: Taken = { type: 'flag', values: [] };

/** What a price can depend on: options and toggles, as they are called. */
function causesIn(options: Options): { name: string; title: string; takes: Taken }[] {
  return [
    ...designedOptions(options).map(option => ({ ...option, takes: option })),
    ...options.toggles.map(({ key, title }) => ({ name: key, title, takes: TOGGLE })),
  ];
}

function withEquals({ equals: _equals, ...rest }: Effect, equals: Json | undefined): Effect {
  return equals === undefined ? rest : { ...rest, equals };
}

const PercentFields = ({
  effect,
  onChange,
}: {
  effect: Percent;
  onChange: (effect: Percent) => void;
}) => {
  const t = useT();
  return (
    <>
      <TextField
        label={t('effect.perCent')}
        placeholder="-10"
        value={effect.percent}
        onChange={percent => onChange({ ...effect, percent })}
      />
      <Select
        label={t('effect.of')}
        value={effect.of}
        onChange={key => onChange({ ...effect, of: PARTS.find(part => part === key) ?? 'all' })}
        options={PARTS.map(id => ({ id, label: t(id === 'all' ? 'effect.all' : `charge.${id}`) }))}
      />
    </>
  );
};

interface EffectRowsProps {
  options: Options;
  onChange: (options: Options) => void;
}

/** What choices do to the price. */
export const EffectRows = ({ options, onChange }: EffectRowsProps) => {
  const t = useT();
  const currency = useLiveDraft()?.content.pricing.priceLists[0]?.currency ?? 'EUR';
  const causes = causesIn(options);
  const [first] = causes;
  const labelOf = (name: string) => causes.find(cause => cause.name === name)?.title || name;
  return (
    <PlainRows
      title={t('effect.title')}
      description={t(causes.length > 0 ? 'effect.note' : 'effect.noneYet')}
      item={t('effect.item')}
      rows={options.effects}
      onChange={effects => onChange({ ...options, effects })}
      {...(first
        ? { make: (): Effect => ({ option: first.name, effect: newCharge(currency) }) }
        : {})}
      render={(row, change) => (
        <>
          <Select
            label={t('effect.when')}
            value={row.option || null}
            onChange={key => change(withEquals({ ...row, option: String(key) }, undefined))}
            options={[...new Set([...causes.map(({ name }) => name), row.option])]
              .filter(Boolean)
              .map(name => ({ id: name, label: labelOf(name) }))}
          />
          <ValueField
            label={t('effect.value')}
            takes={causes.find(({ name }) => name === row.option)?.takes}
            none={t('effect.whenGiven')}
            value={row.equals}
            onChange={equals => change(withEquals(row, equals))}
          />
          <Select
            label={t('effect.it')}
            value={row.effect.kind}
            onChange={key =>
              change({
                ...row,
                effect:
                  key === 'percent'
                    ? { kind: 'percent', percent: '', of: 'all' }
                    : newCharge(currency),
              })
            }
            options={KINDS.map(id => ({ id, label: t(`effect.${id}`) }))}
          />
          {row.effect.kind === 'percent' ? (
            <PercentFields effect={row.effect} onChange={effect => change({ ...row, effect })} />
          ) : (
            <AddedCharge effect={row.effect} onChange={effect => change({ ...row, effect })} />
          )}
        </>
      )}
    />
  );
};
