import { useTranslationRef, type TranslationFunction } from '@backstage/core-plugin-api/alpha';
import {
  formatAmount,
  type Charge,
  type DeliveryState,
  type Interaction,
  type PlanState,
  type PriceList,
  type PublicState,
  type Scenario,
  type Surface,
  type Verdict,
} from '@offerdesk/backstage-plugin-offers-common';
import { useMemo } from 'react';
import { deliveryStates, planStates, publicStates, verdicts, type Tone } from './states';
import { offersTranslationRef } from './translation';

/** The translator of the plugin: a key that is none, or a value that is missing, does not compile. */
export type T = TranslationFunction<(typeof offersTranslationRef)['T']>;

/** Gives the translator of the plugin. */
export function useT(): T {
  return useTranslationRef(offersTranslationRef).t;
}

/** One charge in words, such as `120.00 EUR a month`. */
export function chargeIn(t: T, charge: Charge, currency: string): string {
  const amount = formatAmount(charge.amount, currency);
  switch (charge.kind) {
    case 'recurring':
      return t('price.each', { amount, unit: t(`period.${charge.period}`) });
    case 'usage':
      return t('price.each', { amount, unit: charge.unit });
    default:
      return t('price.once', { amount });
  }
}

const isNothing = ({ amount }: Charge) => Number(amount) === 0;

function priceIn(t: T, priceLists: readonly PriceList[]): string {
  if (priceLists.length === 0) return t('price.notGiven');
  if (priceLists.every(({ charges }) => charges.every(isNothing))) return t('price.free');
  return priceLists
    .map(({ currency, charges }) =>
      charges
        .filter(charge => !isNothing(charge))
        .map(charge => chargeIn(t, charge, currency))
        .join(' + '),
    )
    .filter(Boolean)
    .join(t('price.or'));
}

/** A state in the reader's language, with how it feels. */
interface StateIn {
  label: string;
  tone: Tone;
}

/** What the domain names, in the reader's language. */
export interface Words {
  t: T;
  state(state: PublicState): StateIn;
  planState(state: PlanState): StateIn;
  deliveryState(state: DeliveryState): StateIn;
  verdict(verdict: Verdict): StateIn;
  scenario(scenario: Scenario): string;
  /** where something was done, as the end of a sentence */
  surface(surface: Surface): string;
  interaction(interaction: Interaction): string;
  /** every charge of each currency in one line, or that it is free */
  price(priceLists: readonly PriceList[]): string;
  charge(charge: Charge, currency: string): string;
  days(days: number): string;
}

/** Gives the words of the domain in the reader's language. */
export function useWords(): Words {
  const t = useT();
  return useMemo(
    () => ({
      t,
      state: state => ({ label: t(`state.${state}`), tone: publicStates[state].tone }),
      planState: state => ({ label: t(`planState.${state}`), tone: planStates[state].tone }),
      deliveryState: state => ({
        label: t(`deliveryState.${state}`),
        tone: deliveryStates[state].tone,
      }),
      verdict: verdict => ({ label: t(`verdict.${verdict}`), tone: verdicts[verdict].tone }),
      scenario: scenario => t(`scenario.${scenario}`),
      surface: surface => t(`surface.${surface}`),
      interaction: interaction => t(`interaction.${interaction}`),
      price: priceLists => priceIn(t, priceLists),
      charge: (charge, currency) => chargeIn(t, charge, currency),
      days: days => (days === 0 ? t('days.none') : t('days.some', { count: days })),
    }),
    [t],
  );
}
