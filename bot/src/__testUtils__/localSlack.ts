import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'undici';

const ROOT = join(__dirname, '..', '..', '..');
const BINARY = join(ROOT, 'node_modules', 'local-slack-linux-x64', 'bin', 'local-slack');
const CONFIG = join(ROOT, 'test', 'sample', 'slack.yaml');

/** A message as the local workspace keeps it. */
export interface LocalMessage {
  ts: string;
  text?: string;
  subtype?: string;
  thread_ts?: string;
  ephemeral_to?: string;
  blocks?: {
    type: string;
    block_id?: string;
    elements?: { action_id?: string; value?: string }[];
  }[];
}

/** Whether the local workspace is there: on Linux x64, or where LOCAL_SLACK_BIN names it. */
export function hasLocalSlack(): boolean {
  return existsSync(process.env.LOCAL_SLACK_BIN ?? BINARY);
}

/** The local workspace of the sample people, as a process of its own. */
export class LocalSlack {
  private process: ChildProcess | undefined;
  url = '';

  async start(port?: number): Promise<void> {
    const taken = port ?? (await freePort());
    this.url = `http://127.0.0.1:${taken}`;
    this.process = spawn(
      process.env.LOCAL_SLACK_BIN ?? BINARY,
      ['--config', CONFIG, '--port', String(taken), '--base-host', '127.0.0.1'],
      { stdio: 'ignore' },
    );
    await until(async () => (await fetch(`${this.url}/_control/state`)).ok);
  }

  async stop(): Promise<void> {
    if (!this.process || this.process.exitCode !== null) return;
    this.process.kill();
    await once(this.process, 'exit');
  }

  async messages(channel: string): Promise<LocalMessage[]> {
    const response = await fetch(`${this.url}/_control/messages/${channel}`);
    const { messages } = (await response.json()) as { messages: LocalMessage[] };
    return messages;
  }

  /** Types a slash command. */
  command(user: string, text: string, channel = 'C0OFFERS1'): Promise<void> {
    return this.control('command', { channel, user, command: '/offer', text });
  }

  /** Writes a message, or a reply in a thread. */
  say(user: string, channel: string, text: string, thread?: string): Promise<void> {
    return this.control('message', {
      channel,
      user,
      text,
      ...(thread ? { thread_ts: thread } : {}),
    });
  }

  /** Presses a button of a message. */
  press(user: string, channel: string, message: LocalMessage, actionId: string): Promise<void> {
    const elements = (message.blocks ?? []).flatMap(block => block.elements ?? []);
    const action = {
      ...elements.find(element => element.action_id === actionId),
      type: 'button',
      action_id: actionId,
    };
    return this.control('interact', { channel, user, messageTs: message.ts, action });
  }

  /** Sends the modal that is open. Only the workspace's own page can: over its socket. */
  async submit(user: string, values: object): Promise<void> {
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/ui`);
    await new Promise<void>(resolve => {
      socket.addEventListener('open', () => resolve());
    });
    socket.send(JSON.stringify({ t: 'view_submit', user, values }));
    await wait(300);
    socket.close();
  }

  private async control(what: string, body: object): Promise<void> {
    const response = await fetch(`${this.url}/_control/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`local Slack: ${what} answered ${response.status}`);
  }
}

/** Waits until something holds, for ten seconds at most. */
export async function until<T>(check: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await check().catch(() => undefined);
    if (value) return value;
    await wait(100);
  }
  throw new Error('It did not happen within ten seconds');
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has this kind of address.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
