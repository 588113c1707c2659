import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { once } from 'node:events';
import { Server } from 'node:http';
import { OffersAsPerson, offersClient } from './backend/offers';
import { BotConfig } from './config';
import { deliver } from './deliveries/deliver';
import { portalQueue } from './deliveries/queue';
import { DeliveryWorker } from './deliveries/worker';
import { healthRoutes, healthServer } from './health';
import { assertionSigner } from './identity/assertion';
import { SlackPeople } from './identity/slackPeople';
import { PersonTokens } from './identity/tokens';
import { UserRefs } from './identity/userRefs';
import { registerListeners } from './listeners';
import { Activity } from './listeners/activity';
import { BotServices } from './listeners/services';
import { boltLogger, errorWords, Log } from './log';
import { BotIdentity, callOptions, socketReceiver, whoAmI } from './slack/clients';
import { refuseForeign } from './slack/foreign';
import { httpReceiver } from './slack/httpReceiver';
import { Sleep } from './deliveries/sleep';

const PORTAL_TIMEOUT_MS = 5_000;
const PORTAL_RETRY_PAUSES_MS = [300, 1_500];
const POLL_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
const SECOND_LOOK_MS = 2_000;
const ASK_SLACK_AGAIN_MS = 2_000;
const LAST_REQUESTS_MS = 10_000;

/** The Slack app: listeners, delivery worker and health, from start to stop. @public */
export class Bot {
  private readonly slack: WebClient;
  private readonly activity = new Activity();
  private readonly wait = new Sleep();
  private worker: DeliveryWorker | undefined;
  private app: App | undefined;
  private server: Server | undefined;
  private slackConnected = false;
  private stopping = false;

  constructor(
    private readonly config: BotConfig,
    private readonly log: Log,
  ) {
    this.slack = new WebClient(config.slackBotToken, callOptions(config, log));
  }

  /**
   * Starts to answer. Resolves when Slack is connected, however long that takes.
   *
   * @throws WrongToken when the token does not fit; the error of the port when that is taken
   */
  async start(): Promise<void> {
    const { slackMode, host, port } = this.config;
    const routes = healthRoutes(() => ({
      slackConnected: this.slackConnected,
      lastClaimOk: this.worker?.lastClaimOk,
    }));
    if (slackMode.kind === 'socket') await this.listen(healthServer(routes));
    const identity = await this.identify();
    if (!identity) return;
    this.worker = this.newWorker(identity);
    const receiver =
      slackMode.kind === 'socket'
        ? this.watched(socketReceiver(this.config, slackMode.appToken, this.log))
        : httpReceiver({ signingSecret: slackMode.signingSecret, routes }, this.log);
    this.app = this.newApp(identity, receiver, this.worker);
    this.worker.start();
    if (receiver instanceof HTTPReceiver) {
      await this.app.start({ host, port });
      this.slackConnected = true;
    } else {
      await this.app.start();
    }
    if (!this.stopping) this.log.info('Bot started', { mode: slackMode.kind, host, port });
  }

  /** Claims no more, finishes what is in hand, and disconnects. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wait.wake();
    const { promise: enough, timer } = timeLimit(LAST_REQUESTS_MS);
    await Promise.race([Promise.all([this.worker?.stop(), this.activity.idle()]), enough]);
    clearTimeout(timer);
    await this.app?.stop();
    this.slackConnected = false;
    this.server?.close();
    this.server?.closeAllConnections();
    this.log.info('Bot stopped');
  }

  private async listen(server: Server): Promise<void> {
    this.server = server;
    server.listen(this.config.port, this.config.host);
    await once(server, 'listening');
  }

  /** Who the bot is to Slack, however long Slack takes; undefined when the bot is stopped before. */
  private async identify(): Promise<BotIdentity | undefined> {
    while (!this.stopping) {
      const identity = await whoAmI(this.slack, this.config.slackTeamId, this.log);
      if (identity) return identity;
      await this.wait.for(ASK_SLACK_AGAIN_MS);
    }
    return undefined;
  }

  private watched(receiver: SocketModeReceiver): SocketModeReceiver {
    receiver.client.on('connected', () => {
      this.slackConnected = true;
    });
    for (const event of ['reconnecting', 'disconnected', 'close']) {
      receiver.client.on(event, () => {
        this.slackConnected = false;
      });
    }
    return receiver;
  }

  private newWorker({ botId }: BotIdentity): DeliveryWorker {
    const { offersBaseUrl, offersBotToken, worker } = this.config;
    return new DeliveryWorker({
      queue: portalQueue(offersClient(offersBaseUrl), offersBotToken, worker),
      deliver: (delivery, mayStillPost) =>
        deliver(delivery, { slack: this.slack, botId, secondLookMs: SECOND_LOOK_MS, mayStillPost }),
      log: this.log,
      pollMs: POLL_MS,
      maxPauseMs: LONGEST_PAUSE_MS,
    });
  }

  private newApp(
    { botId, botUserId }: BotIdentity,
    receiver: SocketModeReceiver | HTTPReceiver,
    worker: DeliveryWorker,
  ): App {
    const { config, log } = this;
    const app = new App({
      receiver,
      logger: boltLogger(log),
      clientOptions: callOptions(config, log),
      convoStore: false,
      authorize: async () => ({
        botToken: config.slackBotToken,
        ...(botId ? { botId } : {}),
        ...(botUserId ? { botUserId } : {}),
      }),
    });
    app.use(refuseForeign(config, log));
    registerListeners(app, this.services(worker));
    app.error(async error => log.error('Listener failed', { error: errorWords(error) }));
    return app;
  }

  private services(worker: DeliveryWorker): BotServices {
    const { offersBaseUrl: baseUrl, slackTeamId, slackDates, assertionKey } = this.config;
    const people = new SlackPeople(this.slack, slackTeamId);
    const tokens = new PersonTokens({ baseUrl, people, sign: assertionSigner(assertionKey) });
    return {
      offers: new OffersAsPerson(offersClient(baseUrl), tokens, {
        timeoutMs: PORTAL_TIMEOUT_MS,
        retryPausesMs: PORTAL_RETRY_PAUSES_MS,
      }),
      userRefs: new UserRefs(baseUrl, tokens),
      zoneOf: asker => (slackDates === 'reader' ? people.zoneOf(asker) : undefined),
      nudge: () => worker.nudge(),
      activity: this.activity,
      log: this.log,
    };
  }
}

function timeLimit(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms);
  });
  return { promise, timer };
}
