import {
  ExplainedOffer,
  Explanation,
  ManagedOfferSummary,
  OfferCard,
  OfferPage,
  Reason,
} from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { Names } from '../backend/names';
import { actionIds } from './actionIds';
import { actions, button, context, Drawn, facts, fitted, header, quote, section } from './blocks';
import { brief, called, cut, escape, inline, lines, readersDate, refWords } from './text';
import { offerMenu } from './offerMenu';
import { planButton } from './planOverview';
import { ChooseValue } from './values';
import { leadTimeWords, priceLines, validityWords } from './words';

/** What was found by words: what is offered to the person, and what they manage besides. */
export interface FoundOffers {
  cards: readonly OfferCard[];
  managed: readonly Pick<ManagedOfferSummary, 'name' | 'title' | 'state'>[];
  hasMore: boolean;
}

/** Offers found by words, each with a button to go on with it. */
export function searchResults(words: string, { cards, managed, hasMore }: FoundOffers): Drawn {
  const title = `Offers for “${cut(words, 100)}”`;
  return {
    text: escape(title),
    blocks: fitted(
      [header(title)],
      [...cards.map(card => [foundOffer(card)]), ...managed.map(offer => [managedOffer(offer)])],
      hasMore ? [context('There are more: search with more words, or in the portal.')] : [],
      left => context(`… and ${left} more: see the portal`),
    ),
  };
}

function managedOffer({ name, title, state }: FoundOffers['managed'][number]): KnownBlock {
  const value: ChooseValue = { c: 'plan', n: name };
  return {
    ...section(
      `*${inline(title)}* · \`${name}\`\nnot offered to you; as its manager you see it: ${state}`,
    ),
    accessory: button({ action: actionIds.choose, text: 'Plan', value: JSON.stringify(value) }),
  };
}

function foundOffer(card: OfferCard): KnownBlock {
  const price = priceLines(card.priceLists)[0];
  const value: ChooseValue = { c: 'show', n: card.name };
  return {
    ...section(
      [
        `*${inline(card.title)}* · \`${card.name}\``,
        ...(card.summary.trim() ? [inline(card.summary, 300)] : []),
        `${price ? `${price} · ` : ''}${card.orderable ? 'you may order it' : 'you may not order it'}`,
      ].join('\n'),
    ),
    accessory: button({ action: actionIds.choose, text: 'Show', value: JSON.stringify(value) }),
  };
}

/** An offer as its audience reads it. */
export function offerDetails(page: OfferPage): Drawn {
  const { information, priceLists, terms, support, fulfilledBy } = page.content;
  const parties = fulfilledBy.map(party =>
    inline(party.kind === 'internal' ? refWords(party.ref) : `${party.name} (external)`),
  );
  return {
    text: brief(information.title),
    blocks: [
      header(information.title),
      ...(information.summary.trim() ? [quote(information.summary)] : []),
      facts([
        ['Price', lines(priceLines(priceLists), 1800) || undefined],
        ['Lead time', leadTimeWords(terms.leadTimeDays)],
        ['Owner', page.owner && inline(refWords(page.owner))],
        ['Category', page.categoryTitle && inline(page.categoryTitle)],
        ['Offered', validityWords(page.validFrom, page.validUntil)],
        ['Fulfilled by', lines(parties, 500) || undefined],
        ['Support', support && inline(support.reference)],
        ['Name', `\`${page.name}\``],
      ]),
      section(
        page.explanation.orderable.answer
          ? '✅ You may order it.'
          : `⛔ You may not order it now.\n${reasonLines(page.explanation.orderable.reasons)}`,
      ),
      actions(
        button({ action: actionIds.open, text: 'See the offer', url: page.url, style: 'primary' }),
      ),
    ],
  };
}

function reasonLines(reasons: readonly Reason[]): string {
  return lines(
    reasons.map(({ holds, sentence }) => `${holds ? '✅' : '⛔'} ${inline(sentence, 400)}`),
  );
}

const NO_PAGE_YET: readonly Explanation['state'][] = ['draft', 'scheduled'];

/**
 * Why somebody can or cannot see and order an offer: the sentences of the one rule, as the portal shows
 * them.
 *
 * @param asked - `asksForSelf`: whether the reader asks about themselves
 */
export function explanation(
  { name, title, viewer, url, explanation: why }: ExplainedOffer,
  { asksForSelf, names }: { asksForSelf: boolean; names: Names },
): Drawn {
  const who = asksForSelf ? 'You' : inline(called(viewer, names), 80);
  const may = (answer: boolean, act: string) =>
    `${answer ? '✅' : '⛔'} *${who} ${answer ? 'can' : 'cannot'} ${act} it*`;
  const headline = `Why: ${title}`;
  return {
    text: escape(cut(headline, 500)),
    blocks: [
      header(headline),
      section(`${may(why.visible.answer, 'see')}\n${may(why.orderable.answer, 'order')}`),
      section(reasonLines(why.orderable.reasons)),
      context(`As of ${readersDate(why.at)}`),
      actions(
        // What was never offered has no page yet: its plan says when it will be.
        why.visible.answer || !NO_PAGE_YET.includes(why.state)
          ? button({ action: actionIds.open, text: 'See the offer', url })
          : planButton(name, 'Show its plan'),
      ),
    ],
  };
}

/** A short list to choose from, when several offers fit what was typed. */
export function offersToChoose(
  typed: string,
  command: ChooseValue['c'],
  offers: readonly { name: string; title: string }[],
  rest?: string,
): Drawn {
  const title = `Several offers fit “${cut(typed, 100)}”`;
  return {
    text: escape(`${title}. Choose one.`),
    blocks: fitted(
      [section(`*${inline(title)}*. Which one do you mean?`)],
      offers.map(({ name, title: offerTitle }): KnownBlock[] => {
        const value: ChooseValue = { c: command, n: name, ...(rest ? { w: rest } : {}) };
        return [
          {
            ...section(`${inline(offerTitle)} · \`${name}\``),
            accessory: button({
              action: actionIds.choose,
              text: 'This one',
              value: JSON.stringify(value),
            }),
          },
        ];
      }),
      [offerMenu(command, rest)],
      left => context(`… and ${left} more: find it by its name`),
    ),
  };
}
