import { OffersProblem, WaitingPlans } from '@offerdesk/backstage-plugin-offers-common';
import { RespondArguments, RespondFn } from '@slack/bolt';
import { HomeView } from '@slack/types';
import { randomUUID } from 'node:crypto';
import { OffersAsPerson, PersonOffers } from '../../backend/offers';
import { Asker } from '../../identity/asker';
import { home, HOME_PAGE, homeProblem } from '../../views/home';
import { refusalWords } from '../../views/refusals';
import { Activity } from '../activity';
import { logRefusal } from '../logRefusal';
import { Log } from '../../log';

/** What the pages stand on. */
export interface HomePagesOptions {
  offers: Pick<OffersAsPerson, 'for'>;
  /** puts a page where the person sees it */
  publish: (asker: Asker, view: HomeView) => Promise<unknown>;
  activity: Activity;
  log: Log;
  /** how long changes gather before a page is drawn again, ms */
  gatherMs?: number;
}

/** What a page is drawn with besides what is so. */
export interface HomeAsked {
  cursor?: string | undefined;
  notice?: string | undefined;
}

const MINE = 10;
const NEWS = 5;
const MOST_OPEN = 1_000;
const GATHER_MS = 1_500;

/**
 * The App Homes of people: drawn when they open them, with their own eyes, and again while something that is sent to
 * them tells that something changed. Who has not opened theirs since the bot started finds it fresh when they do.
 */
export class HomePages {
  private readonly opened = new Map<string, Asker>();
  private readonly changing = new Map<string, NodeJS.Timeout>();

  constructor(private readonly options: HomePagesOptions) {}

  /** Draws the page of a person. Never throws. */
  async show(asker: Asker, asked: HomeAsked = {}): Promise<void> {
    const { activity, log, publish, offers } = this.options;
    this.remember(asker);
    await activity.run(async () => {
      const reference = randomUUID();
      const fields = { request: reference, what: 'home', slackUser: asker.slackUserId };
      const view = await drawHome(offers.for(asker), asked).catch(error => {
        logRefusal(log, error, fields);
        return homeProblem(refusalWords(error, reference));
      });
      await publish(asker, view).catch(error => logRefusal(log, error, fields));
    });
  }

  /** Something that concerns a person changed: their page is drawn again, if they have opened it. */
  changed(slackUserId: string): void {
    const asker = this.opened.get(slackUserId);
    if (!asker || this.changing.has(slackUserId)) return;
    const timer = setTimeout(() => {
      this.changing.delete(slackUserId);
      void this.show(asker);
    }, this.options.gatherMs ?? GATHER_MS);
    timer.unref();
    this.changing.set(slackUserId, timer);
  }

  /** Presses on the page have no message to answer beside: what is said stands at its top. */
  respondTo(asker: Asker): RespondFn {
    return async (message: string | RespondArguments) => {
      const notice = typeof message === 'string' ? message : message.text;
      await this.show(asker, { notice });
      return new Response();
    };
  }

  /** Draws nothing any more. */
  stop(): void {
    for (const timer of this.changing.values()) clearTimeout(timer);
    this.changing.clear();
  }

  private remember(asker: Asker): void {
    const { slackUserId } = asker;
    this.opened.delete(slackUserId);
    this.opened.set(slackUserId, asker);
    const [oldest] = this.opened.keys();
    if (this.opened.size > MOST_OPEN && oldest !== undefined) this.opened.delete(oldest);
  }
}

const NOTHING: WaitingPlans = { items: [], total: 0 };

async function drawHome(mine: PersonOffers, { cursor, notice }: HomeAsked) {
  const query = { limit: HOME_PAGE, ...(cursor ? { cursor } : {}) };
  const [waiting, plans, news, me] = await Promise.all([
    allowed(mine.call('waitingPlans', { query }), NOTHING),
    allowed(mine.call('listPlans', { query: { requestedBy: 'me', limit: MINE } }), { items: [] }),
    mine.call('browseOffers', { query: { sort: 'new', limit: NEWS } }),
    // What the person may do only leaves buttons out: without it the page is as true.
    mine.call('me', {}).catch(() => undefined),
  ]);
  const names = await mine.names(waiting.items.flatMap(({ onBehalfOf }) => onBehalfOf ?? []));
  return home({
    waiting,
    names,
    mine: plans.items,
    news: news.items,
    can: me?.can,
    approver: me?.approver,
    isLater: cursor !== undefined,
    notice,
  });
}

/** What a call gives; what the person may not read is nothing to show. */
async function allowed<T>(call: Promise<T>, nothing: T): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof OffersProblem && error.status === 403) return nothing;
    throw error;
  }
}
