// npm start: the sample portal, its bot and its Slack workspace on this machine.
// Uses nothing but Node itself until the packages are installed.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp, needsAppBuild } from './lib/appBuild.mjs';
import { checkNode, checkPorts, readPort } from './lib/checks.mjs';
import { Children, typescript } from './lib/children.mjs';
import { forgetStart, noteStart, refuseSecondStart } from './lib/earlier.mjs';
import { install, installProgress, needsInstall } from './lib/install.mjs';
import { secrets } from './lib/keys.mjs';
import { DATA, LOGS } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { untilReady } from './lib/ready.mjs';
import { runLogged } from './lib/run.mjs';
import { beginLocalSlack, chooseSlack } from './lib/slack.mjs';
import { spoken, step } from './lib/terminal.mjs';
import { tour } from './lib/tour.mjs';

const SEEDED = join(DATA, 'seeded');

function readPorts() {
  return {
    portal: readPort('OFFERDESK_PORT', 7007),
    slack: readPort('OFFERDESK_SLACK_PORT', 3900),
    bot: readPort('OFFERDESK_BOT_PORT', 3910),
  };
}

async function refuseTakenPorts(ports, slack) {
  const wanted = [{ what: 'the portal', variable: 'OFFERDESK_PORT', port: ports.portal }];
  if (slack.kind === 'local') {
    wanted.push({
      what: 'the local Slack workspace',
      variable: 'OFFERDESK_SLACK_PORT',
      port: ports.slack,
    });
  }
  if (slack.kind !== 'none') {
    wanted.push({ what: 'the Slack bot', variable: 'OFFERDESK_BOT_PORT', port: ports.bot });
  }
  await checkPorts(wanted);
}

function reset() {
  for (const name of ['db', 'seeded', 'slack-files', 'logs']) {
    rmSync(join(DATA, name), { recursive: true, force: true });
  }
  console.log('  ✓ Data of earlier starts removed');
}

function environment(ports, slack) {
  const portal = `http://127.0.0.1:${ports.portal}`;
  return {
    ...secrets(),
    ...slack.env,
    BOT_PORT: `${ports.bot}`,
    NODE_ENV: 'development',
    OFFERDESK_DB_DIRECTORY: join(DATA, 'db'),
    OFFERDESK_PORT: `${ports.portal}`,
    OFFERS_BASE_URL: portal,
  };
}

async function startPortal(children, portal, env) {
  children.begin('portal', process.execPath, typescript('packages/backend/src/index.ts'), env);
  const stop = children.fallen;
  await untilReady('The portal', `${portal}/.backstage/health/v1/readiness`, { stop });
  // A person can enter once the software catalogue knows them: it reads the organisation after the start.
  await untilReady('The sample organisation', `${portal}/api/auth/samplePeople/refresh`, {
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      'X-Offers-Sample-Person': 'user:default/carla',
    },
    stop,
  });
}

async function startSlack(children, slack, port) {
  const loopbackOnly = beginLocalSlack(children, slack.binary, port);
  await untilReady('The local Slack workspace', `http://127.0.0.1:${port}/_control/state`, {
    stop: children.fallen,
  });
  return loopbackOnly;
}

async function startBot(children, port, env) {
  children.begin('bot', process.execPath, typescript('bot/src/index.ts'), env);
  await untilReady('The Slack bot', `http://127.0.0.1:${port}/health`, { stop: children.fallen });
}

async function seed(env) {
  const { code, output, logPath } = await runLogged(
    'seed',
    process.execPath,
    typescript('test/sample/seed.ts'),
    {
      env: { ...process.env, ...env },
    },
  );
  if (code !== 0) {
    const tail = output.trim().split('\n').slice(-15).join('\n');
    throw new Problem(
      `${tail}\n\nThe sample offers could not be loaded: the reason is above, and in ${logPath}.`,
    );
  }
  writeFileSync(SEEDED, new Date().toISOString());
}

async function begin(children, { ports, slack, env }) {
  const portal = env.OFFERS_BASE_URL;
  let loopbackOnly = true;
  if (slack.kind === 'local') {
    const started = await step('Local Slack workspace', () =>
      startSlack(children, slack, ports.slack),
    );
    loopbackOnly = started.value;
  }
  await step('Portal', () => startPortal(children, portal, env));
  if (!existsSync(SEEDED))
    await step('Sample offers', () => Promise.race([seed(env), children.fallen]));
  if (slack.kind !== 'none') await step('Slack bot', () => startBot(children, ports.bot, env));
  return { portal, loopbackOnly };
}

function announce({ portal, loopbackOnly }, slack, ports, took) {
  const address = slack.kind === 'local' ? `http://127.0.0.1:${ports.slack}` : undefined;
  console.log(`\n  Portal  ${portal}`);
  if (address)
    console.log(`  Slack   ${address} (a workspace on this machine; "Act as" chooses who you are)`);
  if (slack.kind === 'real') console.log('  Slack   your own workspace');
  if (slack.kind === 'none') {
    console.log(
      '  Slack   none: there is no local workspace for this platform. Set LOCAL_SLACK_BIN to a local-slack binary, or\n' +
        '          SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET and SLACK_TEAM_ID to use your own.',
    );
  }
  if (!loopbackOnly) {
    console.log(
      `          Beware: here it listens on every interface, not on loopback alone. Close port ${ports.slack} in your firewall.`,
    );
  }
  console.log(`  Logs    ${LOGS}`);
  console.log(tour({ portal, slack: address }));
  console.log(
    `  Install ${took.install}, build ${took.build}, start ${took.start}. Ctrl-C stops everything.`,
  );
}

/** Resolves when the person wants to stop. */
const untilInterrupted = () =>
  new Promise(resolve => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, resolve);
  });

async function prepare(ports) {
  refuseSecondStart();
  // Before minutes of installing; the others are known once the packages are there.
  await refuseTakenPorts(ports, { kind: 'none' });
  const took = { install: 'not needed', build: 'not needed' };
  if (needsInstall()) {
    const { ms } = await step('Installing packages', install, { progress: installProgress });
    took.install = spoken(ms);
  }
  return took;
}

async function main() {
  checkNode();
  const began = Date.now();
  const ports = readPorts();
  const interrupted = untilInterrupted();
  console.log('Offerdesk');
  const took = await prepare(ports);
  const slack = chooseSlack(ports.slack);
  await refuseTakenPorts(ports, slack);
  if (process.argv.includes('--reset') || process.env.npm_config_reset === 'true') reset();
  const env = environment(ports, slack);
  if (needsAppBuild()) {
    const { ms } = await step('Building the web app', () =>
      buildApp({ ...process.env, ...env, NODE_ENV: 'production' }),
    );
    took.build = spoken(ms);
  }

  const started = Date.now();
  const children = new Children(noteStart);
  try {
    const running = await Promise.race([
      begin(children, { ports, slack, env }),
      interrupted.then(() => undefined),
    ]);
    if (running) {
      announce(running, slack, ports, { ...took, start: spoken(Date.now() - started) });
      await Promise.race([interrupted, children.fallen]);
    }
  } finally {
    console.log(`\n  Stopping (ran for ${spoken(Date.now() - began)})`);
    await children.stop();
    forgetStart();
  }
}

await runMain(main);
process.exit();
