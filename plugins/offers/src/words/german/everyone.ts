import type { everyoneMessages } from '../messages/everyone';
import { besideGerman } from './beside';
import { catalogueGerman } from './catalogue';
import { formGerman } from './forms';
import { offerGerman } from './offer';
import { planTermGerman } from './planTerms';
import { shellGerman } from './shell';
import { slackGerman } from './slack';
import { termGerman } from './terms';
import { timeGerman } from './time';
import { toldAskedGerman } from './toldAsked';
import { toldReasonsGerman } from './toldReasons';
import { changeGerman } from './changes';
import { changeValueGerman } from './changeValues';
import { problemGerman } from './problems';

/** German for what everybody sees. What is missing does not compile. */
export const everyoneGerman: Record<keyof typeof everyoneMessages, string> = {
  ...shellGerman,
  ...termGerman,
  ...planTermGerman,
  ...catalogueGerman,
  ...offerGerman,
  ...timeGerman,
  ...formGerman,
  ...besideGerman,
  ...slackGerman,
  ...toldReasonsGerman,
  ...toldAskedGerman,
  ...changeGerman,
  ...changeValueGerman,
  ...problemGerman,
};
