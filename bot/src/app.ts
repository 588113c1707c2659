import { ClaimedDelivery } from '@offerdesk/backstage-plugin-offers-common';
import { App, CustomRoute, SocketModeReceiver } from '@slack/bolt';
import { once } from 'node:events';
import { Server } from 'node:http';
import { offersClient } from './backend/offers';
import { BotConfig } from './config';
import { deliverTo } from './deliveries/deliverTo';
import { portalQueue } from './deliveries/queue';
import { Sleep } from './deliveries/sleep';
import { DeliveryWorker } from './deliveries/worker';
import { botServer, healthRoutes } from './health';
import { NoteRefusal, refusalNotes } from './identity/refusalNotes';
import { registerListeners } from './listeners';
import { Activity } from './listeners/activity';
import { registerUninstalling } from './listeners/events';
import { HomePages } from './listeners/home/HomePages';
import { boltLogger, errorWords, Log } from './log';
import { BotMetrics, botMetrics } from './metrics/botMetrics';
import { servicesOf } from './services';
import { callOptions, socketReceiver } from './slack/clients';
import { answerInPlainDates } from './slack/plainDates';
import { refuseForeign } from './slack/foreign';
import { HttpReceiver } from './slack/httpReceiver';
import { measureAcks } from './slack/measured';
import { onceEach } from './slack/redelivered';
import { workspacesOf } from './workspaces/fromConfig';
import { Workspaces } from './workspaces/workspaces';

const POLL_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
const SECOND_LOOK_MS = 2_000;
const ASK_AGAIN_MS = 2_000;
const LAST_REQUESTS_MS = 10_000;

/** The Slack app: listeners, delivery worker and health, from start to stop. @public */
export class Bot {
  private readonly activity = new Activity();
  private readonly wait = new Sleep();
  private readonly workspaces: Workspaces;
  private readonly installing: CustomRoute[];
  private readonly metrics: BotMetrics;
  private readonly noted: NoteRefusal;
  private worker: DeliveryWorker | undefined;
  private app: App | undefined;
  private home: HomePages | undefined;
  private server: Server | undefined;
  private door: HttpReceiver | undefined;
  private slackConnected = false;
  private stopping = false;

  constructor(
    private readonly config: BotConfig,
    private readonly log: Log,
  ) {
    const { workspaces, routes } = workspacesOf(config, log);
    this.workspaces = workspaces;
    this.installing = routes;
    this.metrics = botMetrics(() => this.health());
    this.noted = refusalNotes(offersClient(config.offersBaseUrl), config.offersBotToken, log);
  }

  /**
   * Starts to answer. Resolves when Slack is connected, however long that takes.
   *
   * @throws WrongToken when the token does not fit; the error of the port when that is taken
   */
  async start(): Promise<void> {
    const { slackMode, host, port } = this.config;
    const routes = [...healthRoutes(() => this.health(), this.metrics.exposed), ...this.installing];
    const receiver = this.newReceiver();
    this.door = receiver instanceof HttpReceiver ? receiver : undefined;
    // Health is told from the first moment.
    await this.listen(botServer(routes, this.door));
    if (!(await this.identified())) return;
    this.worker = this.newWorker();
    this.app = this.newApp(receiver, this.worker);
    this.worker.start();
    await this.app.start();
    if (this.door) this.slackConnected = true;
    if (!this.stopping) this.log.info('Bot started', { mode: slackMode.kind, host, port });
  }

  /** Claims no more, finishes what is in hand, and disconnects. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wait.wake();
    await this.door?.stop();
    const { promise: enough, timer } = timeLimit(LAST_REQUESTS_MS);
    await Promise.race([Promise.all([this.worker?.stop(), this.activity.idle()]), enough]);
    clearTimeout(timer);
    this.home?.stop();
    await this.app?.stop();
    this.slackConnected = false;
    this.closeServer();
    this.log.info('Bot stopped');
  }

  private health() {
    const { slackConnected, stopping } = this;
    return { slackConnected, stopping, lastClaimOk: this.worker?.lastClaimOk };
  }

  private async listen(server: Server): Promise<void> {
    this.server = server;
    server.listen(this.config.port, this.config.host);
    await once(server, 'listening');
  }

  private closeServer(): void {
    this.server?.close();
    this.server?.closeAllConnections();
    this.server = undefined;
  }

  /** Waits until Slack and the portal say who the bot is; false when it is stopped before. */
  private async identified(): Promise<boolean> {
    while (!this.stopping) {
      if (await this.workspaces.check()) return true;
      await this.wait.for(ASK_AGAIN_MS);
    }
    return false;
  }

  private newReceiver(): SocketModeReceiver | HttpReceiver {
    const { config, log, activity, metrics } = this;
    const { slackMode } = config;
    return slackMode.kind === 'socket'
      ? this.watched(socketReceiver(config, slackMode.appToken, log))
      : new HttpReceiver({
          signingSecret: slackMode.signingSecret,
          config,
          activity,
          metrics,
          log,
        });
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

  private newWorker(): DeliveryWorker {
    const { offersBaseUrl, offersBotToken, worker } = this.config;
    return new DeliveryWorker({
      queue: portalQueue(offersClient(offersBaseUrl), offersBotToken, worker),
      deliver: async (delivery, mayStillPost) => {
        const outcome = await deliverTo(this.workspaces, SECOND_LOOK_MS)(delivery, mayStillPost);
        this.tellHome(delivery);
        return outcome;
      },
      log: this.log,
      metrics: this.metrics,
      messageEveryMs: this.config.messageEveryMs,
      pollMs: POLL_MS,
      maxPauseMs: LONGEST_PAUSE_MS,
    });
  }

  /** What is sent to a person in person changes what their App Home shows. */
  private tellHome({ target }: ClaimedDelivery): void {
    const slackUserId = target.kind === 'person' ? target.person.slackUserId : undefined;
    if (slackUserId) this.home?.changed(slackUserId);
  }

  private newApp(receiver: SocketModeReceiver | HttpReceiver, worker: DeliveryWorker): App {
    const { config, log, workspaces, activity } = this;
    const app = new App({
      receiver,
      logger: boltLogger(log),
      clientOptions: callOptions(config, log),
      convoStore: false,
      authorize: async ({ teamId }) => {
        // A foreign workspace is refused below, in words; it is never spoken to with another's token.
        const known = config.slackTeams.includes(teamId ?? '') ? teamId : undefined;
        const { botToken, botId, botUserId } = await workspaces.of(known);
        return { botToken, ...(botId ? { botId } : {}), ...(botUserId ? { botUserId } : {}) };
      },
    });
    if (receiver instanceof SocketModeReceiver) measureAcks(app, this.metrics);
    if (config.slackDates === 'utc') answerInPlainDates(app);
    app.use(refuseForeign(config, log, this.noted));
    app.use(onceEach(log));
    const shared = { nudge: () => worker.nudge(), activity, log };
    const services = servicesOf(config, workspaces, this.noted, shared);
    this.home = services.home;
    registerListeners(app, services);
    registerUninstalling(app, workspaces, log);
    app.error(async error => log.error('Listener failed', { error: errorWords(error) }));
    return app;
  }
}

function timeLimit(ms: number) {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<void>(resolve => {
    timer = setTimeout(resolve, ms);
  });
  return { promise, timer };
}
