import { actionIds } from '../../views/actionIds';
import { button, Drawn, told } from '../../views/blocks';
import { planButton } from '../../views/planOverview';
import { inline } from '../../views/text';
import { ChooseValue } from '../../views/values';

/** The same words for an offer that does not exist and for one that the person may not see (rule 1). */
export function unknownOfferWords(typed: string): string {
  return `I find no offer “${inline(typed, 100)}” that you may see. Look for it with \`/offer search\` and a word of its title.`;
}

/** For staff: an offer that they manage and that is not offered to them now, such as a draft. */
export function notOffered(name: string): Drawn {
  const value: ChooseValue = { c: 'why', n: name };
  return told(
    `\`${name}\` is not offered to you now. \`/offer why ${name}\` tells why.`,
    button({ action: actionIds.choose, text: 'Tell me why', value: JSON.stringify(value) }),
  );
}

/** The same words for an offer that does not exist and for one that the person may not publish. */
export function nothingToPublishWords(typed: string): string {
  return `I find no offer “${inline(typed, 100)}” that you may publish. Look for it with \`/offer search\` and a word of its title; an offer is published by a release plan that has been approved.`;
}

/** The same words for an offer that does not exist and for one that the person does not manage (rule 1). */
export function notManagedWords(typed: string): string {
  return `I find no offer “${inline(typed, 100)}” that you manage. Look for it with \`/offer search\` and a word of its title; what is done with an offer is for its managers.`;
}

/** What is to be done with an offer whose plan is over. */
export function anotherPlanWords(name: string): string {
  return `Start another with \`/offer plan ${name}\`.`;
}

/** What is to be done with an offer that nobody has planned to release. */
export function noPlan(name: string): Drawn {
  return told(
    `\`${name}\` is in no release plan yet. Start one with \`/offer plan ${name}\`.`,
    planButton(name, 'Start a plan…'),
  );
}
