import { Checkbox, Select, TextField } from '@backstage/ui';
import type { Options } from '@offerdesk/backstage-plugin-offers-common';
import { valueWords } from '../../words/options';
import { designedOptions, typedValue } from './optionDesign';
import { PlainRows } from './PlainRows';

type Effect = Options['effects'][number];
type Added = Extract<Effect['effect'], { kind: 'add' }>;

const KINDS = [
  { id: 'add', label: 'Adds a charge' },
  { id: 'percent', label: 'Changes the price by per cent' },
];

const CHARGES = [
  { id: 'month', label: 'A month' },
  { id: 'quarter', label: 'A quarter' },
  { id: 'year', label: 'A year' },
  { id: 'once', label: 'Once' },
];

/** What a charge of a new effect is: recurring by the month. */
const STANDARD: Added = {
  kind: 'add',
  currency: 'EUR',
  charge: { kind: 'recurring', label: '', amount: '', period: 'month' },
  perUnit: false,
};

function chargeEach({ charge }: Added): string {
  return charge.kind === 'recurring' ? charge.period : 'once';
}

function withEach(effect: Added, each: string): Added {
  const { label, amount } = effect.charge;
  return each === 'month' || each === 'quarter' || each === 'year'
    ? { ...effect, charge: { kind: 'recurring', label, amount, period: each } }
    : { ...effect, charge: { kind: 'one-off', label, amount } };
}

const AddedFields = ({
  effect,
  onChange,
}: {
  effect: Added;
  onChange: (effect: Added) => void;
}) => (
  <>
    <TextField
      label="Charge for"
      value={effect.charge.label}
      onChange={label => onChange({ ...effect, charge: { ...effect.charge, label } })}
    />
    <TextField
      label="Amount"
      placeholder="12.00"
      value={effect.charge.amount}
      onChange={amount => onChange({ ...effect, charge: { ...effect.charge, amount } })}
    />
    <TextField
      label="Currency"
      value={effect.currency}
      onChange={currency => onChange({ ...effect, currency: currency.toUpperCase() })}
    />
    {effect.charge.kind !== 'usage' && (
      <Select
        label="How often"
        value={chargeEach(effect)}
        onChange={key => onChange(withEach(effect, String(key)))}
        options={CHARGES}
      />
    )}
    <Checkbox isSelected={effect.perUnit} onChange={perUnit => onChange({ ...effect, perUnit })}>
      As often as the number says
    </Checkbox>
  </>
);

/** What choices do to the price. */
export const EffectRows = ({
  options,
  onChange,
}: {
  options: Options;
  onChange: (options: Options) => void;
}) => {
  const designed = designedOptions(options);
  const names = [...designed.map(({ name }) => name), ...options.toggles.map(({ key }) => key)];
  const withEquals = (effect: Effect, text: string): Effect => {
    const { equals: _equals, ...rest } = effect;
    const type = designed.find(({ name }) => name === effect.option)?.type ?? 'flag';
    const equals = typedValue(text, type);
    return equals === undefined ? rest : { ...rest, equals };
  };
  return (
    <PlainRows
      title="What choices do to the price"
      item="price effect"
      rows={options.effects}
      onChange={effects => onChange({ ...options, effects })}
      make={(): Effect => ({ option: names[0] ?? '', effect: STANDARD })}
      render={(row, change) => (
        <>
          <Select
            label="When this option"
            value={row.option || null}
            onChange={key => change({ ...row, option: String(key) })}
            options={[...new Set([...names, row.option])]
              .filter(Boolean)
              .map(name => ({ id: name, label: name }))}
          />
          <TextField
            label="has this value"
            description="Empty: whenever it is given."
            value={row.equals === undefined ? '' : valueWords(row.equals)}
            onChange={text => change(withEquals(row, text))}
          />
          <Select
            label="it"
            value={row.effect.kind}
            onChange={key =>
              change({
                ...row,
                effect: key === 'percent' ? { kind: 'percent', percent: '', of: 'all' } : STANDARD,
              })
            }
            options={KINDS}
          />
          {row.effect.kind === 'percent' ? (
            <TextField
              label="Per cent"
              placeholder="-10"
              value={row.effect.percent}
              onChange={percent =>
                change({ ...row, effect: { kind: 'percent', percent, of: 'all' } })
              }
            />
          ) : (
            <AddedFields effect={row.effect} onChange={effect => change({ ...row, effect })} />
          )}
        </>
      )}
    />
  );
};
