import { OffersAsPerson } from '../backend/offers';
import { Asker } from '../identity/asker';
import { UserRefs } from '../identity/userRefs';
import { SlackLinks } from '../identity/slackLinks';
import { Log } from '../log';
import { Activity } from './activity';
import { HomePages } from './home/HomePages';

/** What listeners work with. */
export interface BotServices {
  /** the portal's API in the name of whoever asks */
  offers: Pick<OffersAsPerson, 'for'>;
  /** catalogue users by what was typed of them */
  userRefs: Pick<UserRefs, 'find'>;
  /** links Slack accounts to users of the portal */
  links: Pick<SlackLinks, 'begin' | 'complete'>;
  /** forgets who somebody was */
  forget: (asker: Asker) => void;
  /** the IANA zone in which to write dates for somebody; undefined for UTC */
  zoneOf: (asker: Asker) => string | undefined;
  /** tells the delivery worker that something is due now */
  nudge: () => void;
  /** the App Homes of people */
  home: Pick<HomePages, 'show' | 'respondTo'>;
  /** what is being handled, so that a stop can wait for it */
  activity: Activity;
  log: Log;
}
