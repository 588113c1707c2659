import type { OfferPage } from '@offerdesk/backstage-plugin-offers-common';
import type { ReactNode } from 'react';
import { Parties } from '../parts/Parties';
import { Prices } from '../parts/Prices';
import { Reference } from '../parts/Reference';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { askedTitles } from '../words/options';
import type { Words } from '../words/useWords';

/** One thing that is compared: what it is, how it is shown, and by what two of it are the same. */
export interface CompareRow {
  id: string;
  label: string;
  show: (offer: OfferPage) => ReactNode;
  /** two offers with the same key do not differ here; an empty key is nothing */
  key: (offer: OfferPage) => string;
}

const said = (
  id: string,
  label: string,
  text: (offer: OfferPage) => string | undefined,
): CompareRow => ({
  id,
  label,
  show: text,
  key: offer => text(offer) ?? '',
});

function promisedRows({ t, days }: Words): CompareRow[] {
  return [
    said('lead', t('card.leadTime'), ({ content: { terms } }) =>
      terms.leadTimeDays === undefined ? undefined : days(terms.leadTimeDays),
    ),
    said('delivery', t('compare.delivery'), ({ content }) => content.terms.delivery),
    said('notice', t('compare.notice'), ({ content: { terms } }) =>
      terms.noticePeriodDays === undefined ? undefined : days(terms.noticePeriodDays),
    ),
  ];
}

/** A row for each service level that any of the offers names. */
function levelRows(offers: readonly OfferPage[]): CompareRow[] {
  const names = offers.flatMap(({ content }) =>
    content.terms.serviceLevels.map(({ name }) => name),
  );
  return [...new Set(names)].map(name =>
    said(
      `level:${name}`,
      name,
      ({ content }) => content.terms.serviceLevels.find(level => level.name === name)?.target,
    ),
  );
}

function peopleRows({ t }: Words): CompareRow[] {
  return [
    {
      id: 'provider',
      label: t('card.provider'),
      show: ({ content }) => <Parties parties={content.fulfilledBy} />,
      key: ({ content }) => JSON.stringify(content.fulfilledBy),
    },
    {
      id: 'owner',
      label: t('card.owner'),
      show: ({ owner }) => owner && <Who entityRef={owner} />,
      key: ({ owner = '' }) => owner,
    },
    {
      id: 'help',
      label: t('compare.help'),
      show: ({ content }) => content.support && <Reference reference={content.support.reference} />,
      key: ({ content }) => content.support?.reference ?? '',
    },
  ];
}

/** Everything that offers are compared by, what decides first. */
export function rowsFor(offers: readonly OfferPage[], words: Words): CompareRow[] {
  const { t, price, state, interaction } = words;
  return [
    {
      id: 'price',
      label: t('card.price'),
      show: ({ content }) => <Prices priceLists={content.priceLists} />,
      key: ({ content }) => price(content.priceLists),
    },
    said('orderable', t('compare.orderable'), ({ explanation }) =>
      t(explanation.orderable.answer ? 'compare.yes' : 'compare.no'),
    ),
    {
      id: 'state',
      label: t('card.state'),
      show: offer => <StateBadge {...state(offer.state)} />,
      key: offer => offer.state,
    },
    said('summary', t('compare.summary'), ({ content }) => content.information.summary),
    ...promisedRows(words),
    ...levelRows(offers),
    said('interaction', t('facet.interaction'), offer => interaction(offer.interaction)),
    said('category', t('card.category'), ({ categoryTitle }) => categoryTitle),
    said('options', t('compare.options'), ({ content }) => askedTitles(content.options).join(', ')),
    ...peopleRows(words),
    {
      id: 'until',
      label: t('compare.until'),
      show: ({ validUntil }) => validUntil && <When at={validUntil} />,
      key: ({ validUntil = '' }) => validUntil,
    },
  ];
}

/** The rows that say something; only those in which the offers differ, where that is asked. */
export function worthShowing(
  rows: readonly CompareRow[],
  offers: readonly OfferPage[],
  onlyDifferences: boolean,
): CompareRow[] {
  return rows.filter(({ key }) => {
    const keys = new Set(offers.map(key));
    return onlyDifferences ? keys.size > 1 : [...keys].some(Boolean);
  });
}
