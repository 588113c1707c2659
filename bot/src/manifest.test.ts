import { AppsManifestValidateArguments } from '@slack/web-api';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../manifest.json';
import { shortcutIds } from './views/actionIds';
import { OFFER_COMMAND } from './listeners/commands';

// The schema of Slack's own types: a key or value that Slack does not know does not compile.
type Manifest = AppsManifestValidateArguments['manifest'];
const typed = { ...manifest, _metadata: { major_version: 2 } } as Manifest;

/** The scopes, any of which lets the bot use a method (docs.slack.dev). */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'users.info': ['users:read'],
  'users.lookupByEmail': ['users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** What an event is subscribed to as, where that is not its name. */
const eventsOf: Readonly<Record<string, readonly string[]>> = {
  message: ['message.channels', 'message.groups', 'message.im'],
};

/** Needed beside the methods: the slash command, links that are shared, and the e-mail in users.info. */
const OTHER_SCOPES = ['commands', 'links:read', 'users:read.email'];

function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('__') && !name.endsWith('.test.ts'))
    .map(entry =>
      entry.isDirectory()
        ? sources(join(folder, entry.name))
        : readFileSync(join(folder, entry.name), 'utf8'),
    )
    .join('\n');
}

const code = sources(__dirname);
const used = [
  ...code.matchAll(/(?:slack|client)\.(auth|chat|conversations|users|views)\s*\.(\w+)\(/g),
].map(([, group, method]) => `${group}.${method}`);

describe('The app manifest', () => {
  it('asks for the scopes of the methods that the bot uses, and no others', () => {
    expect([...new Set(used)].sort()).toEqual(Object.keys(scopesOf).sort());
    const needed = [...new Set([...Object.values(scopesOf).flat(), ...OTHER_SCOPES])].sort();
    expect([...(typed.oauth_config?.scopes?.bot ?? [])].sort()).toEqual(needed);
    expect(typed.oauth_config?.scopes).not.toHaveProperty('user');
  });

  it('has every command that the bot listens to, escaped, and no others', () => {
    expect(code.match(/app\.command\(/g)).toHaveLength(1);
    expect(typed.features?.slash_commands).toEqual([
      expect.objectContaining({ command: OFFER_COMMAND, should_escape: true }),
    ]);
  });

  it('subscribes to the events that the bot listens to, and no others', () => {
    const events = [...code.matchAll(/app\.event\(\s*'(\w+)'/g)].map(([, event = '']) => event);
    const needed = events.flatMap(event => eventsOf[event] ?? [event]);
    expect(needed).toContain('app_uninstalled');
    expect([...(typed.settings?.event_subscriptions?.bot_events ?? [])].sort()).toEqual(
      needed.sort(),
    );
    expect(code).not.toMatch(/app\.message\(/);
  });

  it('names the address to which Slack leads back who installs it', () => {
    expect(typed.oauth_config?.redirect_urls).toEqual([
      expect.stringMatching(/^https:.*\/slack\/oauth_redirect$/),
    ]);
  });

  it('has every shortcut that the bot listens to, and no others', () => {
    const ids = (typed.features?.shortcuts ?? []).map(({ callback_id: id }) => id);
    expect([...ids].sort()).toEqual(Object.values(shortcutIds).sort());
    const names = (typed.features?.shortcuts ?? []).map(({ name }) => name.length);
    expect(Math.max(...names)).toBeLessThanOrEqual(24);
    expect(typed.features?.app_home).toMatchObject({ home_tab_enabled: true });
  });

  it('turns on buttons and Socket Mode, and lets people read what the bot writes to them', () => {
    expect(typed.settings).toMatchObject({
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
    });
    expect(typed.features?.app_home).toMatchObject({ messages_tab_enabled: true });
  });

  it('keeps the lengths that Slack allows', () => {
    expect(typed.display_information.name.length).toBeLessThanOrEqual(35);
    expect(typed.display_information.description?.length ?? 0).toBeLessThanOrEqual(140);
    expect(typed.features?.bot_user?.display_name.length ?? 0).toBeLessThanOrEqual(80);
  });
});
