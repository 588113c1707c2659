import {
  CallInput,
  CallOutput,
  OffersClient,
  OffersProblem,
  OperationId,
} from '@offerdesk/backstage-plugin-offers-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileDatabase } from './place';
import { FakeSlack, TEAM } from './FakeSlack';
import { Drawn, Faults, randomFrom } from './faults';
import { FaultyServer } from './faultyServer';
import { Gateway } from './gateway';
import { Backend, BotProcess, SIGNING_SECRET } from './Processes';

/** The announcement channels of the proof. */
export const CHANNELS = ['C0FIRST00', 'C0SECOND0', 'C0THIRD00'];

/** A delivery as its row says. */
export interface Row {
  key: string;
  kind: string;
  act: string;
  lane: string;
  target: string;
  state: string;
  seq: number;
  worker: string | null;
  due_at: string;
  lease_until: string | null;
  message_ts: string | null;
  error: string | null;
}

const OPEN = ['pending', 'unclear', 'claimed'];

/** What is due later than this is not waited for: reminders of plans that are decided by then. */
const SOON_MS = 300_000;

/** A backend, two bots, Slack, and faults between them all. */
export class Rig {
  readonly slack: FakeSlack;
  readonly toSlack: Drawn;
  readonly toPortal: Drawn;
  readonly backend: Backend;
  readonly random: () => number;
  bots: BotProcess[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'offers-slack-'));
  private readonly gateway = new Gateway();
  private readonly slackServer: FaultyServer;
  private readonly portalServer: FaultyServer;
  private readonly knex: Knex;
  private offset = Date.parse('2026-12-01T09:00:00.000Z') - Date.now();

  constructor(seed: number, faults: { slack: Faults; portal: Faults }) {
    this.random = randomFrom(seed);
    this.toSlack = new Drawn(faults.slack, this.random);
    this.toPortal = new Drawn(faults.portal, this.random);
    this.slack = new FakeSlack(() => this.now());
    this.slackServer = new FaultyServer(this.slack.handle, this.toSlack);
    this.portalServer = new FaultyServer(this.gateway.handle, this.toPortal);
    const database = join(this.folder, 'offers.sqlite');
    const offset = join(this.folder, 'offset');
    this.backend = new Backend({ database, offset, channels: CHANNELS }, this.gateway);
    this.knex = fileDatabase(database).connect();
    this.jump(0);
  }

  async start(): Promise<void> {
    await this.slackServer.start();
    await this.portalServer.start();
    await this.backend.start();
    const urls = { slackUrl: this.slackServer.url, portalUrl: this.portalServer.url };
    const ports = [await freePort(), await freePort()];
    this.bots = ports.map((port, index) => new BotProcess(`bot${index}`, { ...urls, port }));
    await Promise.all(this.bots.map(bot => bot.start()));
  }

  async stop(): Promise<void> {
    await Promise.all(this.bots.map(bot => bot.kill()));
    await this.backend.kill();
    await this.knex.destroy();
    await this.slackServer.stop();
    await this.portalServer.stop();
    rmSync(this.folder, { recursive: true });
  }

  /** Lets time pass at once. */
  jump(ms: number): void {
    this.offset += ms;
    writeFileSync(join(this.folder, 'offset'), String(this.offset));
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** Calls an operation as a person, until it is answered: with one key, so that it is done once. */
  async as<Id extends OperationId>(
    name: string,
    id: Id,
    input: Omit<CallInput<Id>, 'idempotencyKey'>,
  ): Promise<CallOutput<Id>> {
    const whole = { idempotencyKey: randomUUID(), ...input } as unknown as CallInput<Id>;
    const token = mockCredentials.user.token(`user:default/${name}`);
    for (let tries = 0; ; tries += 1) {
      try {
        const { backend } = this.gateway;
        if (!backend) throw new Error('The backend is dead');
        const client = new OffersClient({ getBaseUrl: async () => backend }, { fetch });
        return await client.call(id, whole, { token, surface: 'portal' });
      } catch (error) {
        if ((error instanceof OffersProblem && error.status < 500) || tries > 1_200) throw error;
        await wait(100);
      }
    }
  }

  /** Presses a button as somebody in Slack, the same press at each of the bots, twice at some. */
  async press(slackUser: string, channel: string, ts: string, action: object): Promise<boolean> {
    const payload = JSON.stringify({
      type: 'block_actions',
      api_app_id: 'A0OFFERD1',
      team: { id: TEAM },
      user: { id: slackUser, team_id: TEAM },
      trigger_id: randomUUID(),
      response_url: `${this.slackServer.url}/api/respond`,
      channel: { id: channel },
      message: { ts },
      container: { type: 'message', channel_id: channel, message_ts: ts },
      actions: [{ type: 'button', action_ts: '1.1', ...action }],
    });
    const body = new URLSearchParams({ payload }).toString();
    const copies = this.random() < 0.3 ? [...this.bots, ...this.bots] : [this.anyBot()];
    const sent = copies.map((bot, index) => send(bot.url, body, index));
    return (await Promise.all(sent)).some(Boolean);
  }

  private anyBot(): BotProcess {
    const [first, second] = this.bots;
    if (!first || !second) throw new Error('The bots were not started');
    return this.random() < 0.5 ? first : second;
  }

  rows(): Promise<Row[]> {
    return this.knex<Row>('deliveries').orderBy('seq');
  }

  /**
   * Waits until everything that is due soon was sent. Where all wait for time alone (claims of dead bots, unclear ones),
   * it passes at once; never while a living bot holds a claim, since its clock would not know.
   */
  async drained(limitMs: number): Promise<void> {
    const end = Date.now() + limitMs;
    while (Date.now() < end) {
      const open = (await this.rows()).filter(row => OPEN.includes(row.state) && this.isSoon(row));
      if (open.length === 0) return;
      const living = this.bots.map(({ worker }) => worker);
      const isHeld = open.some(row => row.state === 'claimed' && living.includes(row.worker ?? ''));
      const waits = open.map(row => this.waitOf(row));
      const least = Math.min(...waits);
      if (!isHeld && least > 0) this.jump(least + 10);
      await wait(200);
    }
    throw new Error('Not everything was sent in time');
  }

  private waitOf({ state, due_at: due, lease_until: lease }: Row): number {
    return Date.parse((state === 'claimed' && lease) || due) - this.now();
  }

  private isSoon(row: Row): boolean {
    return this.waitOf(row) < SOON_MS;
  }
}

/** Sends a signed press; whether it was acknowledged. */
async function send(url: string, body: string, copy: number): Promise<boolean> {
  const stamp = String(Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${stamp}:${body}`).digest('hex');
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': `v0=${hash}`,
      ...(copy > 0 ? { 'x-slack-retry-num': String(copy) } : {}),
    },
  }).catch(() => undefined);
  return response?.ok ?? false;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has this kind of address.
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
