import {
  ConsumerContent,
  Content,
  contentSchema,
  ownPriceLists,
  priceListsShownTo,
} from '@offerdesk/backstage-plugin-offers-common';
import { Actor } from '../context';

/** What consumers read of a version: the prices and documents that are for them. */
export function consumerContent(
  content: Content,
  actor: Pick<Actor, 'principals'>,
  isStaff: boolean,
): ConsumerContent {
  const { information, product, terms, options, plans, monitoring, bundle } = content;
  const priceLists = ownPriceLists(content);
  return {
    information,
    product,
    priceLists: isStaff ? priceLists : priceListsShownTo(priceLists, actor.principals),
    terms,
    options,
    fulfilledBy: plans.fulfilment?.parties ?? [],
    ...(plans.support ? { support: plans.support } : {}),
    knowledge: consumerKnowledge(content.knowledge, isStaff),
    monitoring,
    ...(bundle ? { bundle } : {}),
  };
}

function consumerKnowledge(
  knowledge: Content['knowledge'],
  isStaff: boolean,
): Content['knowledge'] {
  if (isStaff) return knowledge;
  const own = (list: Content['knowledge']['runbooks']) =>
    list.filter(({ for: readers }) => readers.length === 0 || readers.includes('consumers'));
  return {
    ...knowledge,
    runbooks: own(knowledge.runbooks),
    documents: own(knowledge.documents),
    training: own(knowledge.training),
  };
}

/**
 * A content with nothing in it that its consumers do not read: neither audience, cost nor internal plans, nor the
 * ids of other offers, which may be hidden (rule 1). Two of these can be compared for the reader.
 */
export function readableContent(
  content: Content,
  actor: Pick<Actor, 'principals'>,
  isStaff: boolean,
): Content {
  if (isStaff) return content;
  const { information, product, priceLists, terms, options, support, knowledge, monitoring } =
    consumerContent(content, actor, isStaff);
  return contentSchema.parse({
    information,
    product,
    pricing: { priceLists },
    terms,
    options,
    plans: support ? { support } : {},
    knowledge,
    monitoring,
  });
}
