import { ExplainedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { explanation, offersToChoose } from '../../views/offers';
import { inline } from '../../views/text';
import { whichOffer } from '../../views/offerMenu';
import { BotServices } from '../services';
import { asOfferName, findOffer } from './findOffer';
import { ifFound } from './ifFound';
import { unknownOfferWords } from './words';

/**
 * `/offer why <name> [@person]`: why the person, or for staff somebody else, can or cannot see and order
 * an offer. The reasons are those of the portal.
 */
export async function whyCommand(
  { offers, userRefs, zoneOf }: Pick<BotServices, 'offers' | 'userRefs' | 'zoneOf'>,
  asker: Asker,
  typed: string,
): Promise<Drawn | string> {
  const { name: words, person } = splitPerson(typed);
  if (!words) return whichOffer('why');
  const viewer = person ? await userRefs.find(asker, person) : undefined;
  if (person && !viewer) {
    return `I find no user of the portal for ${mentionOrWords(person)}. Write their reference instead, such as \`user:default/ada\`.`;
  }

  const mine = offers.for(asker);
  await mine.signIn();
  const query = optional({ viewer, zone: zoneOf(asker) });
  const explain = (name: string) => ifFound(mine.call('explainOffer', { params: { name }, query }));
  const exactName = asOfferName(words);
  const exact = exactName ? await explain(exactName) : undefined;
  const told = async (why: ExplainedOffer) =>
    explanation(why, { asksForSelf: !person, names: await mine.names([why.viewer]) });
  if (exact) return told(exact);

  const found = await findOffer(mine, words);
  if (found.kind === 'several') return offersToChoose(words, 'why', found.offers, person);
  const why = found.kind === 'one' ? await explain(found.offer.name) : undefined;
  return why ? told(why) : unknownOfferWords(words);
}

function optional({ viewer, zone }: { viewer: string | undefined; zone: string | undefined }) {
  return { ...(viewer ? { viewer } : {}), ...(zone ? { zone } : {}) };
}

/** The person is the last word when it is a mention, an `@name` or a user's reference. */
function splitPerson(typed: string): { name: string; person: string | undefined } {
  const match = /^(.*?)\s*(<@[UW][A-Z0-9]+(?:\|[^>]*)?>|@[\w.-]+|user:[\w.-]+\/[\w.-]+)$/i.exec(
    typed,
  );
  return match ? { name: match[1] ?? '', person: match[2] } : { name: typed, person: undefined };
}

function mentionOrWords(person: string): string {
  // A private answer: a mention of somebody in it reaches nobody.
  return /^<@[UW][A-Z0-9]+/.test(person) ? person.replace(/\|[^>]*/, '') : `“${inline(person)}”`;
}
