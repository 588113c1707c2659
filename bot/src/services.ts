import { CatalogueNames } from './backend/names';
import { OffersAsPerson, offersClient } from './backend/offers';
import { BotConfig } from './config';
import { assertionSigner } from './identity/assertion';
import { NoteRefusal } from './identity/refusalNotes';
import { SlackLinks } from './identity/slackLinks';
import { SlackPeople } from './identity/slackPeople';
import { PersonTokens } from './identity/tokens';
import { UserRefs } from './identity/userRefs';
import { HomePages } from './listeners/home/HomePages';
import { BotServices } from './listeners/services';
import { Workspaces } from './workspaces/workspaces';

const PORTAL_TIMEOUT_MS = 5_000;
const PORTAL_RETRY_PAUSES_MS = [300, 1_500];

/** What listeners work with, made of the configuration. */
export function servicesOf(
  config: BotConfig,
  workspaces: Workspaces,
  noted: NoteRefusal,
  shared: Pick<BotServices, 'nudge' | 'activity' | 'log'>,
): BotServices & { home: HomePages } {
  const { offersBaseUrl: baseUrl, offersBotToken: token, slackDates, assertionKey } = config;
  const slackOf = async (teamId: string) => (await workspaces.of(teamId)).slack;
  const people = new SlackPeople({ teams: config.slackTeams, slackOf }, noted);
  const tokens = new PersonTokens({ baseUrl, people, sign: assertionSigner(assertionKey) });
  const client = offersClient(baseUrl);
  const offers = new OffersAsPerson(
    client,
    tokens,
    { timeoutMs: PORTAL_TIMEOUT_MS, retryPausesMs: PORTAL_RETRY_PAUSES_MS },
    new CatalogueNames(baseUrl),
  );
  const links = new SlackLinks({ client, token, people, tokens });
  const { activity, log } = shared;
  return {
    offers,
    home: new HomePages({
      offers,
      activity,
      log,
      publish: async ({ teamId, slackUserId }, view) => {
        const slack = await slackOf(teamId);
        return slack.views.publish({ user_id: slackUserId, view });
      },
    }),
    userRefs: new UserRefs(baseUrl, tokens, links),
    links,
    forget: asker => tokens.forget(asker),
    zoneOf: asker => (slackDates === 'reader' ? people.zoneOf(asker) : undefined),
    ...shared,
  };
}
