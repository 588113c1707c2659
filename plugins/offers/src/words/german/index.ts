import { besideGerman } from './beside';
import { catalogueGerman } from './catalogue';
import { managerGerman } from './managers';
import { editingGerman } from './editing';
import { offerGerman } from './offer';
import { shellGerman } from './shell';
import { slackGerman } from './slack';
import { termGerman } from './terms';
import { timeGerman } from './time';

/** Every message in German. What is missing does not compile. */
export default {
  ...shellGerman,
  ...termGerman,
  ...catalogueGerman,
  ...managerGerman,
  ...offerGerman,
  ...timeGerman,
  ...besideGerman,
  ...editingGerman,
  ...slackGerman,
};
