import { App, Receiver } from '@slack/bolt';
import { IncomingMessage, ServerResponse } from 'node:http';
import { BotConfig } from '../config';
import { SlackDoor } from '../health';
import { Activity } from '../listeners/activity';
import { errorWords, Log } from '../log';
import { BotMetrics } from '../metrics/botMetrics';
import { Acknowledgement, isBare } from './acknowledgement';
import { CameIn } from './answerTime';
import { foreignTo } from './foreign';
import { kindOf } from './measured';
import { Fault, faultOf, readSigned, Said } from './signedRequest';
import { Turns } from './turns';

/** So much may be in hand. What comes beyond is refused before it is acknowledged: nothing is dropped in silence. */
const MOST_IN_HAND = 10_000;

/** What the receiver stands on. */
export interface HttpReceiverOptions {
  signingSecret: string;
  config: Pick<BotConfig, 'slackAppId' | 'slackTeams'>;
  activity: Pick<Activity, 'run'>;
  metrics: Pick<BotMetrics, 'acknowledged'>;
  log: Log;
  /** how much may be in hand */
  mostInHand?: number;
}

/**
 * Signed HTTP, acknowledgement first: Slack waits for three seconds, so what is signed and ours is answered before
 * anything of it is begun, and begun in its turn. Before any of a body is read are refused: requests without a
 * signature, from the past or the future (which could be kept and sent again later), and those that say that they are
 * too large.
 */
export class HttpReceiver implements Receiver, SlackDoor {
  readonly path = '/slack/events';
  private app: App | undefined;
  private isOpen = false;
  private inHand = 0;
  private readonly turns = new Turns();

  constructor(private readonly options: HttpReceiverOptions) {}

  init(app: App): void {
    this.app = app;
  }

  async start(): Promise<void> {
    this.isOpen = true;
  }

  /** Takes no more: Slack sends events again, to another bot, and tells people that it did not work. */
  async stop(): Promise<void> {
    this.isOpen = false;
  }

  /** Answers a request. Never throws. */
  readonly handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const cameInAt = performance.now();
    const said =
      faultOf(request, Date.now()) ??
      this.closed() ??
      (await readSigned(request, this.options.signingSecret));
    if (said instanceof Fault) {
      refuse(response, said, this.options.log);
      return;
    }
    const acknowledgement = new Acknowledgement(response, () =>
      this.options.metrics.acknowledged(kindOf(said), (performance.now() - cameInAt) / 1000),
    );
    if (said.ssl_check === '1') acknowledgement.give(200);
    else if (said.type === 'url_verification')
      acknowledgement.give(200, { challenge: said.challenge });
    else this.take(said, request, acknowledgement, { cameInAt });
  };

  private closed(): Fault | undefined {
    if (!this.isOpen) return new Fault(503, 'the bot is starting or stopping');
    return this.inHand >= (this.options.mostInHand ?? MOST_IN_HAND)
      ? new Fault(503, 'the bot has too much in hand')
      : undefined;
  }

  private take(
    said: Said,
    request: IncomingMessage,
    acknowledgement: Acknowledgement,
    cameIn: CameIn,
  ): void {
    const { activity, config, log } = this.options;
    if (isBare(said) && !foreignTo(config, said)) acknowledgement.give(200);
    this.inHand += 1;
    const work = activity.run(async () => {
      await this.turns.next();
      await this.process(said, request, acknowledgement, cameIn);
    });
    const failed = (error: unknown) => {
      log.error('A request could not be handled', { error: errorWords(error) });
      acknowledgement.give(500);
    };
    void work.catch(failed).finally(() => {
      this.inHand -= 1;
    });
  }

  private async process(
    said: Said,
    { headers }: IncomingMessage,
    acknowledgement: Acknowledgement,
    cameIn: CameIn,
  ): Promise<void> {
    const retryNum = Number(headers['x-slack-retry-num']);
    const reason = headers['x-slack-retry-reason'];
    await this.app?.processEvent({
      body: said,
      ack: acknowledgement.byListener,
      customProperties: cameIn,
      ...(retryNum > 0 ? { retryNum } : {}),
      ...(typeof reason === 'string' ? { retryReason: reason } : {}),
    });
    if (acknowledgement.isHeard) return;
    this.options.log.warn('Nothing listens to a request', { kind: kindOf(said) });
    acknowledgement.give(404);
  }
}

function refuse(response: ServerResponse, { status, why }: Fault, log: Log): void {
  log.warn(`Request refused: ${why}`, { status });
  // The rest of it is not read: the connection ends.
  response.writeHead(status, { connection: 'close' }).end(() => response.socket?.destroySoon());
}
