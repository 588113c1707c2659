import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { searchResults } from '../../views/offers';
import { inline } from '../../views/text';
import { BotServices } from '../services';

const SHOWN = 10;

/** `/offer search <words>`: the offers that the person may see now, and what they manage besides, such as drafts. */
export async function searchCommand(
  { offers }: Pick<BotServices, 'offers'>,
  asker: Asker,
  typed: string,
): Promise<Drawn | string> {
  if (!typed)
    return 'What do you look for? Type words after the command: `/offer search postgres`.';
  const query = { q: typed.slice(0, 200), limit: SHOWN };
  const mine = offers.for(asker);
  const [seen, managing] = await Promise.all([
    mine.call('browseOffers', { query }),
    mine.call('listOffers', { query }),
  ]);
  const { items: cards, nextCursor } = seen;
  const managed = managing.items.filter(({ name }) => cards.every(card => card.name !== name));
  if (cards.length === 0 && managed.length === 0) {
    return `I find no offers for “${inline(typed, 100)}” that you may see. Try another word, or a shorter one.`;
  }
  const hasMore = nextCursor !== undefined || managing.nextCursor !== undefined;
  return searchResults(typed, { cards, managed, hasMore });
}
