import { App, ReceiverEvent } from '@slack/bolt';
import { once } from 'node:events';
import { Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { signedFetch } from '../__testUtils__/signed';
import { botServer } from '../health';
import { Activity } from '../listeners/activity';
import { jsonLog } from '../log';
import { HttpReceiver } from './httpReceiver';

const SECRET = 'secret';
const ours = { api_app_id: 'A0OFFERD1', team_id: 'T0OFFERD1' };
const pressed = { ...ours, type: 'block_actions' };

describe('What Slack sends', () => {
  const logged: string[] = [];
  const acknowledged: string[] = [];
  let server: Server;
  let url = '';
  let process: (event: ReceiverEvent) => Promise<void>;

  const receiver = new HttpReceiver({
    signingSecret: SECRET,
    config: { slackAppId: 'A0OFFERD1', slackTeams: ['T0OFFERD1'] },
    activity: new Activity(),
    metrics: { acknowledged: kind => acknowledged.push(kind) },
    log: jsonLog('info', line => logged.push(line)),
    mostInHand: 3,
  });
  // What the receiver asks of an app.
  receiver.init({ processEvent: (event: ReceiverEvent) => process(event) } as App);

  beforeAll(async () => {
    server = botServer([], receiver);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    await receiver.start();
  });
  beforeEach(() => {
    process = async ({ ack }) => ack();
    logged.length = 0;
    acknowledged.length = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const send = (said: object, headers = {}) => signedFetch(url, said, SECRET, headers);

  it('is acknowledged while nothing that it asks for has ended, and is done all the same', async () => {
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    const done: unknown[] = [];
    process = async ({ body, ack }) => {
      await ended;
      await ack();
      done.push(body.number);
    };
    const answers = await Promise.all([1, 2, 3].map(number => send({ ...pressed, number })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(acknowledged).toEqual(['block_actions', 'block_actions', 'block_actions']);
    expect(done).toEqual([]);
    // As much as there may be is in hand: more is refused in time to be sent again.
    expect((await send({ ...pressed, number: 4 })).status).toBe(503);
    end();
    await until(() => done.length === 3);
    expect(done).toEqual([1, 2, 3]);
    expect((await send({ ...pressed, number: 5 })).status).toBe(200);
  });

  it.each(['block_actions', 'event_callback', 'message_action', 'shortcut', 'view_closed'])(
    'and is %s is acknowledged before any of it is begun',
    async type => {
      const before: number[] = [];
      process = async () => {
        before.push(acknowledged.length);
      };
      expect((await send({ ...ours, type })).status).toBe(200);
      await until(() => before.length > 0);
      expect(before).toEqual([1]);
    },
  );

  it.each(['view_submission', 'block_suggestion'])(
    'and is %s gets the answer of its listener',
    async type => {
      process = ({ ack }) => ack({ response_action: 'clear' });
      const answer = await send({ ...ours, type });
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(await answer.json()).toEqual({ response_action: 'clear' });
    },
  );

  it.each(['block_actions', 'view_submission'])(
    'and is %s tells its listener when it came in',
    async type => {
      const times: unknown[] = [];
      process = async ({ customProperties, ack }) => {
        times.push(customProperties?.cameInAt, performance.now());
        await ack();
      };
      times.push(performance.now());
      await send({ ...ours, type });
      await until(() => times.length === 3);
      expect(times).toEqual([...times].sort((a, b) => Number(a) - Number(b)));
    },
  );

  it('is not acknowledged when it is for another workspace or app, and nobody takes it', async () => {
    process = async () => {};
    expect((await send({ ...pressed, team_id: 'T0OTHER01' })).status).toBe(404);
    expect((await send({ ...pressed, api_app_id: 'A0OTHER01' })).status).toBe(404);
  });

  it('and cannot be handled is answered so, unless it was acknowledged, and ends nothing', async () => {
    process = async () => {
      throw new Error('no');
    };
    expect((await send({ ...ours, type: 'view_submission' })).status).toBe(500);
    expect((await send(pressed)).status).toBe(200);
    process = async ({ ack }) => ack();
    expect((await send(pressed)).status).toBe(200);
    expect(logged.filter(line => line.includes('could not be handled'))).toHaveLength(2);
  });

  it('again says so', async () => {
    const again: unknown[] = [];
    process = async ({ retryNum, retryReason, ack }) => {
      again.push([retryNum, retryReason]);
      await ack();
    };
    const headers = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' };
    await send(pressed, headers);
    await send(pressed);
    await until(() => again.length === 2);
    expect(again).toEqual([
      [2, 'http_timeout'],
      [undefined, undefined],
    ]);
  });

  it('to verify the address is answered with its challenge, and begins nothing', async () => {
    process = async () => {
      throw new Error('begun');
    };
    const answer = await send({ type: 'url_verification', challenge: 'c1', token: 't' });
    expect(await answer.json()).toEqual({ challenge: 'c1' });
    expect(logged).toEqual([]);
  });

  it('is refused while the bot stops, so that it is sent to another', async () => {
    await receiver.stop();
    expect((await send(pressed)).status).toBe(503);
    await receiver.start();
    expect((await send(pressed)).status).toBe(200);
  });
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setImmediate(resolve));
}
