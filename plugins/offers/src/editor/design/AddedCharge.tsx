import { Checkbox, Select, TextField } from '@backstage/ui';
import type { Options } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../../words/useWords';

type Effect = Options['effects'][number]['effect'];

/** An effect that adds a charge. */
export type Added = Extract<Effect, { kind: 'add' }>;

const OFTEN = ['month', 'quarter', 'year', 'once'] as const;

const USE = 'use';

/** What a charge of a new effect is: recurring by the month. */
export const newCharge = (currency: string): Added => ({
  kind: 'add',
  currency,
  charge: { kind: 'recurring', label: '', amount: '', period: 'month' },
  perUnit: false,
});

function oftenOf({ charge }: Added): string {
  if (charge.kind === 'usage') return USE;
  return charge.kind === 'recurring' ? charge.period : 'once';
}

function withOften(effect: Added, often: string): Added {
  const { label, amount } = effect.charge;
  if (often === USE) return { ...effect, charge: { kind: 'usage', label, amount, unit: '' } };
  return often === 'month' || often === 'quarter' || often === 'year'
    ? { ...effect, charge: { kind: 'recurring', label, amount, period: often } }
    : { ...effect, charge: { kind: 'one-off', label, amount } };
}

interface AddedChargeProps {
  effect: Added;
  onChange: (effect: Added) => void;
}

/** The charge that a choice adds. */
export const AddedCharge = ({ effect, onChange }: AddedChargeProps) => {
  const t = useT();
  const { charge } = effect;
  return (
    <>
      <TextField
        label={t('draft.pricing.chargeFor')}
        value={charge.label}
        onChange={label => onChange({ ...effect, charge: { ...charge, label } })}
      />
      <TextField
        label={t('draft.pricing.amount')}
        placeholder="12.00"
        value={charge.amount}
        onChange={amount => onChange({ ...effect, charge: { ...charge, amount } })}
      />
      <TextField
        label={t('draft.pricing.currency')}
        value={effect.currency}
        onChange={currency => onChange({ ...effect, currency: currency.toUpperCase() })}
      />
      <Select
        label={t('draft.cost.often')}
        value={oftenOf(effect)}
        onChange={key => onChange(withOften(effect, String(key)))}
        options={[
          ...OFTEN.map(id => ({ id, label: t(`draft.every.${id}`) })),
          { id: USE, label: t('charge.usage') },
        ]}
      />
      {charge.kind === 'usage' && (
        <TextField
          label={t('draft.pricing.unit')}
          placeholder="GB"
          value={charge.unit}
          onChange={unit => onChange({ ...effect, charge: { ...charge, unit } })}
        />
      )}
      <Checkbox isSelected={effect.perUnit} onChange={perUnit => onChange({ ...effect, perUnit })}>
        {t('effect.perUnit')}
      </Checkbox>
    </>
  );
};
