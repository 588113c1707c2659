import { fakeSlack } from '../__testUtils__/fakeSlack';
import { jsonLog } from '../log';
import { whoAmI } from './clients';
import { foreignTo } from './foreign';

const ours = { slackTeams: ['T0OFFERD1'], slackAppId: 'A0OFFERD1' };
const typed = { api_app_id: 'A0OFFERD1', team_id: 'T0OFFERD1', enterprise_id: 'E0ORGAN01' };

describe('A request from an organisation (Enterprise Grid)', () => {
  it.each([
    [undefined, { ...typed, is_enterprise_install: 'false' }],
    [undefined, { ...typed, is_enterprise_install: false }],
    [undefined, { ...typed, authorizations: [{ is_enterprise_install: false }] }],
    ['organisation', { ...typed, is_enterprise_install: 'true' }],
    ['organisation', { api_app_id: 'A0OFFERD1', team: null, is_enterprise_install: true }],
    ['organisation', { ...typed, authorizations: [{ is_enterprise_install: true }] }],
    ['other-app', { ...typed, api_app_id: 'A0OTHER01', is_enterprise_install: true }],
    ['other-team', { api_app_id: 'A0OFFERD1', team: null, user: { team_id: 'E0ORGAN01' } }],
  ])('is %s: %j', (verdict, body) => {
    expect(foreignTo(ours, body)).toBe(verdict);
  });
});

describe('The token of an organisation', () => {
  it('is refused with what to do', async () => {
    const { slack } = fakeSlack({
      'auth.test': () => ({ team_id: 'E0ORGAN01', is_enterprise_install: true }),
    });
    const asked = whoAmI(
      slack,
      'T0OFFERD1',
      jsonLog('error', () => {}),
    );
    await expect(asked).rejects.toThrow('install the app in the workspace of SLACK_TEAM_ID');
  });
});
