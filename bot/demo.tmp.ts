import { generateKeyPairSync } from 'node:crypto';
import { spawn } from 'node:child_process';
import { FakePortal } from '/work/main/bot/src/__testUtils__/portal';
import { LocalSlack } from '/work/main/bot/src/__testUtils__/localSlack';
(async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const portal = new FakePortal(publicKey, 'bot-token-xyz');
  const url = await portal.backend.start(7955);
  const slack = new LocalSlack();
  await slack.start(3955);
  const bot = spawn(
    'node',
    ['--require', '@backstage/cli-node/config/nodeTransform.cjs', 'bot/src/index.ts'],
    {
      cwd: '/work/main',
      stdio: 'inherit',
      env: {
        ...process.env,
        OFFERS_BASE_URL: url,
        OFFERS_BOT_TOKEN: 'bot-token-xyz',
        OFFERS_BOT_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        SLACK_BOT_TOKEN: 'xoxb-offerdesk-sample',
        SLACK_APP_TOKEN: 'xapp-offerdesk-sample',
        SLACK_TEAM_ID: 'T0OFFERD1',
        SLACK_API_URL: slack.url + '/api/',
        BOT_PORT: '3956',
      },
    },
  );
  if (process.env.SUBMIT !== '0') portal.submit();
  process.on('SIGTERM', () => {
    bot.kill();
    setTimeout(() => {
      slack.stop();
      process.exit(0);
    }, 1500);
  });
  bot.on('exit', c => console.log('bot exit', c));
})();
