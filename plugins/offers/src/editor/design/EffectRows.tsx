import { Checkbox, Select, TextField } from '@backstage/ui';
import type { Options } from '@offerdesk/backstage-plugin-offers-common';
import { valueWords } from '../../words/options';
import { designedOptions, typedValue } from './optionDesign';
import { PlainRows } from './PlainRows';
import { useT } from '../../words/useWords';

type Effect = Options['effects'][number];
type Added = Extract<Effect['effect'], { kind: 'add' }>;

const KINDS = ['add', 'percent'] as const;

const CHARGES = ['month', 'quarter', 'year', 'once'] as const;

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
}) => {
  const t = useT();
  return (
    <>
      <TextField
        label={t('draft.pricing.chargeFor')}
        value={effect.charge.label}
        onChange={label => onChange({ ...effect, charge: { ...effect.charge, label } })}
      />
      <TextField
        label={t('draft.pricing.amount')}
        placeholder="12.00"
        value={effect.charge.amount}
        onChange={amount => onChange({ ...effect, charge: { ...effect.charge, amount } })}
      />
      <TextField
        label={t('draft.pricing.currency')}
        value={effect.currency}
        onChange={currency => onChange({ ...effect, currency: currency.toUpperCase() })}
      />
      {effect.charge.kind !== 'usage' && (
        <Select
          label={t('draft.cost.often')}
          value={chargeEach(effect)}
          onChange={key => onChange(withEach(effect, String(key)))}
          options={CHARGES.map(id => ({ id, label: t(`draft.every.${id}`) }))}
        />
      )}
      <Checkbox isSelected={effect.perUnit} onChange={perUnit => onChange({ ...effect, perUnit })}>
        {t('effect.perUnit')}
      </Checkbox>
    </>
  );
};

/** What choices do to the price. */
export const EffectRows = ({
  options,
  onChange,
}: {
  options: Options;
  onChange: (options: Options) => void;
}) => {
  const t = useT();
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
      title={t('effect.title')}
      item={t('effect.item')}
      rows={options.effects}
      onChange={effects => onChange({ ...options, effects })}
      make={(): Effect => ({ option: names[0] ?? '', effect: STANDARD })}
      render={(row, change) => (
        <>
          <Select
            label={t('effect.when')}
            value={row.option || null}
            onChange={key => change({ ...row, option: String(key) })}
            options={[...new Set([...names, row.option])]
              .filter(Boolean)
              .map(name => ({ id: name, label: name }))}
          />
          <TextField
            label={t('effect.value')}
            description={t('effect.valueHint')}
            value={row.equals === undefined ? '' : valueWords(row.equals)}
            onChange={text => change(withEquals(row, text))}
          />
          <Select
            label={t('effect.it')}
            value={row.effect.kind}
            onChange={key =>
              change({
                ...row,
                effect: key === 'percent' ? { kind: 'percent', percent: '', of: 'all' } : STANDARD,
              })
            }
            options={KINDS.map(id => ({ id, label: t(`effect.${id}`) }))}
          />
          {row.effect.kind === 'percent' ? (
            <TextField
              label={t('effect.perCent')}
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
