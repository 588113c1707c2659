/**
 * How soon the bot acknowledges each thing that it listens to while the portal answers after 5 seconds: Slack waits for 3.
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs test/slack/kinds.ts
 *
 * Commands, buttons and menus, sent modals, fields that search, shortcuts: one of each, all at once, at the bot as a process.
 * The modals carry no answers: what is wrong with them is said at once, and a reason is sent with those that ask for one alone.
 * Twice: a bot that has just started compiles what it runs. It fails where one is not acknowledged, or later than Slack waits.
 */
import { loadavg } from 'node:os';
import { Agent } from 'undici';
// The package of the bot exports what starts it, not what its buttons are called.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import {
  actionIds,
  commentView,
  reasonView,
  shortcutIds,
  wizardIds,
} from '../../bot/src/views/actionIds';
import { TEAM } from './fakes';
import { pressed, signed } from './presses';
import { StandIns, startBot } from './processes';

const PORTAL_MS = 5_000;
const SLACK_WAITS_MS = 3_000;
const PLAN = '3f1c9a52-7d4e-4b0a-9c66-0f2b8d1e5a77';
const HASH = 'a'.repeat(64);
const SEARCHES = ['pick', 'replacement', 'wizardSeen', 'wizardManaged'] as const;
const COMMANDS = [
  'search x',
  'show x',
  'why x',
  'plan x',
  'publish x',
  'audit x',
  'announce',
  'help',
];

type Sent = [kind: string, form: Readonly<Record<string, string>>];

const payload = (said: object): Readonly<Record<string, string>> => ({
  payload: JSON.stringify({
    api_app_id: 'A0OFFERD1',
    team: { id: TEAM },
    user: { id: 'U00000001', team_id: TEAM },
    trigger_id: '1.1',
    ...said,
  }),
});

/** One of each thing that people do. */
function everything(slackUrl: string): Sent[] {
  const answers = `${slackUrl}/answers/1`;
  const searches: readonly string[] = SEARCHES.map(name => actionIds[name]);
  const value = JSON.stringify({ p: PLAN, h: HASH });
  return [
    ...COMMANDS.map((text): Sent => [
      `/offer ${text}`,
      {
        command: '/offer',
        text,
        team_id: TEAM,
        user_id: 'U00000001',
        channel_id: 'C0',
        trigger_id: '1.1',
        response_url: answers,
        api_app_id: 'A0OFFERD1',
      },
    ]),
    ...Object.values(actionIds).map((id): Sent => [
      id,
      searches.includes(id)
        ? payload({ type: 'block_suggestion', action_id: id, block_id: 'b', value: 'postgres' })
        : payload({
            type: 'block_actions',
            response_url: answers,
            channel: { id: 'D0' },
            container: { type: 'message', channel_id: 'D0', message_ts: '1.1' },
            actions: [{ type: 'button', action_id: id, block_id: 'b', action_ts: '1', value }],
          }),
    ]),
    ...[
      [reasonView, { p: PLAN, h: HASH, v: 'reject' }] as const,
      [commentView, { p: PLAN }] as const,
    ].map(([{ callbackId, blockId, actionId }, metadata]): Sent => [
      callbackId,
      modal(callbackId, metadata, {
        [blockId]: { [actionId]: { type: 'plain_text_input', value: 'since' } },
      }),
    ]),
    ...Object.values(wizardIds).map((id): Sent => [id, modal(id, {}, {})]),
    ...Object.values(shortcutIds).map((id): Sent => [
      id,
      payload(
        id === shortcutIds.demandFromMessage
          ? {
              type: 'message_action',
              callback_id: id,
              channel: { id: 'C0' },
              message_ts: '1.1',
              message: { ts: '1.1', text: 'We need a queue' },
              response_url: answers,
            }
          : { type: 'shortcut', callback_id: id },
      ),
    ]),
  ];
}

function modal(callbackId: string, metadata: object, values: object) {
  const view = {
    id: 'V1',
    type: 'modal',
    callback_id: callbackId,
    private_metadata: JSON.stringify(metadata),
    state: { values },
  };
  return payload({ type: 'view_submission', view, response_urls: [] });
}

/** Sends everything at once, and says how each was answered. */
async function acknowledged(bot: string, slackUrl: string, dispatcher: Agent) {
  return Promise.all(
    everything(slackUrl).map(async ([kind, form]) => {
      const begun = performance.now();
      const status = await pressed(bot, signed(form), dispatcher);
      return { kind, status, ms: Math.round(performance.now() - begun) };
    }),
  );
}

/** Tells how long each took, and which were late. */
function told(when: string, met: Awaited<ReturnType<typeof acknowledged>>): number {
  const longestFirst = [...met].sort((a, b) => b.ms - a.ms);
  for (const { kind, status, ms } of longestFirst) {
    process.stdout.write(`${ms} ms  ${status}  ${kind}\n`);
  }
  const late = met.filter(({ status, ms }) => status !== 200 || ms >= SLACK_WAITS_MS).length;
  process.stdout.write(
    `${when}: ${met.length} things, longest ${longestFirst[0]?.ms} ms, late or refused ${late}; load ${loadavg()[0]?.toFixed(1)}\n`,
  );
  return late;
}

async function main(): Promise<void> {
  const standIns = await StandIns.start(0);
  const bot = await startBot(standIns.first);
  const dispatcher = new Agent({ connections: 64 });
  try {
    await standIns.told({ do: 'answer-after', ms: PORTAL_MS });
    let late = 0;
    for (const when of ['just started', 'after that']) {
      late += told(when, await acknowledged(bot.url, standIns.first.slackUrl, dispatcher));
    }
    process.exitCode = late === 0 ? 0 : 1;
  } finally {
    await dispatcher.destroy();
    bot.stop();
    standIns.stop();
  }
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
