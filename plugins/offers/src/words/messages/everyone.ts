import { besideMessages } from './beside';
import { catalogueMessages } from './catalogue';
import { changeValueMessages } from './changeValues';
import { formMessages } from './forms';
import { offerMessages } from './offer';
import { planTermMessages } from './planTerms';
import { shellMessages } from './shell';
import { slackMessages } from './slack';
import { termMessages } from './terms';
import { timeMessages } from './time';
import { toldAsked } from './toldAsked';
import { toldReasons } from './toldReasons';

/** The words of what everybody sees: catalogue, offer, comparison, Slack, and what stands on pages of others. */
export const everyoneMessages = {
  ...shellMessages,
  ...termMessages,
  ...planTermMessages,
  ...catalogueMessages,
  ...changeValueMessages,
  ...offerMessages,
  ...timeMessages,
  ...formMessages,
  ...besideMessages,
  ...slackMessages,
  ...toldReasons,
  ...toldAsked,
} as const;
