import {
  CallInput,
  CallOutput,
  OffersClient,
  OffersProblem,
  OperationId,
} from '@offerdesk/backstage-plugin-offers-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { aDatabase, DatabaseKind, TestDatabase } from '../../../__testUtils__/databases';
import { tokenOf } from '../../../__testUtils__/tokens';
import { freePort } from '../crash/place';
import { Claims } from './claims';
import { FakeSlack } from './FakeSlack';
import { Drawn, Faults, randomFrom } from './faults';
import { FaultyServer } from './faultyServer';
import { FileClock } from './FileClock';
import { Gateway } from './gateway';
import { bodyOf, Press, send } from './press';
import { Backend, BotProcess, programsIn } from './Processes';
import { OPEN, Row, Waiting } from './time';

/** The announcement channels of the proof. */
export const CHANNELS = ['C0FIRST00', 'C0SECOND0', 'C0THIRD00'];

const LOOK_EVERY_MS = 100;

/** How long a dead backend may take to be back. */
const PATIENCE_MS = 10 * 60_000;

/** A backend, two bots, Slack, and faults between them all. */
export class Rig {
  readonly slack: FakeSlack;
  readonly toSlack: Drawn;
  readonly toPortal: Drawn;
  readonly random: () => number;
  readonly clock: FileClock;
  backend: Backend | undefined;
  bots: BotProcess[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'offers-slack-'));
  private readonly claims = new Claims();
  private readonly gateway = new Gateway(this.claims);
  private readonly waiting: Waiting;
  private readonly slackServer: FaultyServer;
  private readonly portalServer: FaultyServer;
  private database: TestDatabase | undefined;
  private knex: Knex | undefined;
  private keeping: Promise<void> | undefined;
  private over = false;

  constructor(
    private readonly kind: DatabaseKind,
    seed: number,
    faults: { slack: Faults; portal: Faults },
  ) {
    this.random = randomFrom(seed);
    this.clock = new FileClock(join(this.folder, 'offset'), '2026-12-01T09:00:00.000Z');
    this.toSlack = new Drawn(faults.slack, this.random);
    this.toPortal = new Drawn(faults.portal, this.random);
    this.slack = new FakeSlack(() => this.clock.now());
    this.slackServer = new FaultyServer(this.slack.handle, this.toSlack);
    const lost = this.claims.gone.bind(this.claims);
    this.portalServer = new FaultyServer(this.gateway.handle, this.toPortal, lost);
    this.waiting = new Waiting(this.clock, this.claims, () => this.bots.map(bot => bot.worker));
  }

  async start(): Promise<void> {
    this.database = await aDatabase(this.kind);
    this.knex = this.database.connect();
    await Promise.all([this.slackServer.start(), this.portalServer.start()]);
    const { connection } = this.database;
    const place = { kind: this.kind, connection, offset: this.clock.file, channels: CHANNELS };
    const died = () => this.claims.died(this.clock.now());
    const programs = programsIn(this.folder);
    this.backend = new Backend(programs.backend, place, this.gateway, died);
    const urls = { slackUrl: this.slackServer.url, portalUrl: this.portalServer.url };
    const ports = [await freePort(), await freePort()];
    this.bots = ports.map(
      (port, index) => new BotProcess(programs.bot, `bot${index}`, { ...urls, port }),
    );
    // The bots ask until the backend answers.
    await Promise.all([this.backend, ...this.bots].map(one => one.start()));
    this.keeping = this.keepTime();
  }

  async stop(): Promise<void> {
    this.over = true;
    await this.keeping;
    await Promise.all(this.bots.map(bot => bot.kill()));
    await this.backend?.kill();
    await this.database?.destroy();
    await this.slackServer.stop();
    await this.portalServer.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** Calls an operation as a person, until it is answered: with one key, so that it is done once. */
  async as<Id extends OperationId>(
    name: string,
    id: Id,
    input: Omit<CallInput<Id>, 'idempotencyKey'>,
  ): Promise<CallOutput<Id>> {
    const whole = { idempotencyKey: randomUUID(), ...input } as unknown as CallInput<Id>;
    const token = tokenOf(name);
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        const { backend } = this.gateway;
        if (!backend) throw new Error('The backend is dead');
        const client = new OffersClient({ getBaseUrl: async () => backend }, { fetch });
        return await client.call(id, whole, { token, surface: 'portal' });
      } catch (error) {
        if ((error instanceof OffersProblem && error.status < 500) || Date.now() > end) throw error;
        await wait(100);
      }
    }
  }

  /** Presses a button as somebody in Slack, the same press at each of the bots, twice at some. */
  async press(press: Press): Promise<boolean> {
    const body = bodyOf(press, this.slackServer.url);
    const copies = this.random() < 0.3 ? [...this.bots, ...this.bots] : [this.anyBot()];
    const sent = copies.map((bot, index) => send(bot.url, body, index));
    return (await Promise.all(sent)).some(Boolean);
  }

  private anyBot(): BotProcess {
    const [first, second] = this.bots;
    if (!first || !second) throw new Error('The bots were not started');
    return this.random() < 0.5 ? first : second;
  }

  /** Every delivery, in the order in which they came about. */
  async rows(): Promise<Row[]> {
    return this.deliveries().orderBy('seq');
  }

  /** What is to be sent still. */
  async open(): Promise<Row[]> {
    return this.deliveries().whereIn('state', OPEN).orderBy('seq');
  }

  private deliveries() {
    if (!this.knex) throw new Error('The rig was not started');
    return this.knex<Row>('deliveries');
  }

  /** Waits until a bot has something in hand, and says which; the first when none does for a while. */
  async holder(): Promise<BotProcess | undefined> {
    for (let looks = 0; looks < 100; looks += 1) {
      const held = (await this.open()).find(row => this.waiting.isHeld(row));
      const bot = this.bots.find(({ worker }) => worker === held?.worker);
      if (bot) return bot;
      await wait(20);
    }
    return this.bots[0];
  }

  /** Waits until everything that is due soon was sent. */
  async drained(limitMs: number): Promise<void> {
    const end = Date.now() + limitMs;
    while (Date.now() < end) {
      if (!(await this.open()).some(row => this.waiting.isSoon(row))) return;
      await wait(LOOK_EVERY_MS);
    }
    throw new Error('Not everything was sent in time');
  }

  /** Time that nobody works through passes at once. */
  private async keepTime(): Promise<void> {
    while (!this.over) {
      const idle = this.waiting.idle(await this.open());
      if (idle > 0) this.clock.jump(idle);
      await wait(LOOK_EVERY_MS);
    }
  }
}
