import type { CallInput } from '@offerdesk/backstage-plugin-offers-common';

/** A recalculation while it is written. */
export interface RecalculationForm {
  category: string;
  owner: string;
  by: 'percent' | 'index';
  percent: string;
  from: string;
  to: string;
  /** `currency`: to the digits that the currency of a price has */
  roundTo: RoundTo;
  mode: Rounding['mode'];
  /** kinds of charge that change; none chosen means all */
  kinds: ('one-off' | 'recurring' | 'usage')[];
}

type Preview = CallInput<'previewRecalculation'>['body'];
type Rounding = Required<NonNullable<Preview['recalculation']['rounding']>>;
type RoundTo = 'currency' | Rounding['to'];

/** Steps to which prices are rounded. */
export const roundings: readonly RoundTo[] = [
  'currency',
  '0.01',
  '0.05',
  '0.1',
  '0.5',
  '1',
  '5',
  '10',
];

/** Ways in which prices are rounded. */
export const modes: readonly Rounding['mode'][] = ['half-even', 'half-up', 'up', 'down'];

/** A recalculation before anything is said of it. */
export const startForm: RecalculationForm = {
  category: '',
  owner: '',
  by: 'percent',
  percent: '',
  from: '',
  to: '',
  roundTo: 'currency',
  mode: 'half-even',
  kinds: [],
};

/** What is asked of the backend; undefined while the form does not say which offers, or by how much. */
export function previewOf(form: RecalculationForm): Preview | undefined {
  const [category, owner] = [form.category.trim(), form.owner.trim().toLowerCase()];
  if (!category && !owner) return undefined;
  const [percent, from, to] = [form.percent.trim(), form.from.trim(), form.to.trim()];
  if (form.by === 'percent' ? !percent : !from || !to) return undefined;
  return {
    selection: { ...(category ? { category } : {}), ...(owner ? { owner } : {}) },
    recalculation: {
      ...(form.by === 'percent' ? { percent } : { index: { from, to } }),
      rounding: { ...(form.roundTo === 'currency' ? {} : { to: form.roundTo }), mode: form.mode },
      ...(form.kinds.length > 0 ? { kinds: form.kinds } : {}),
    },
  };
}
