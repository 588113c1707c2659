import { announcing, identity } from './slack/announcing';
import { approvals } from './slack/approvals';
import { beginAtTheirTime, endAtTheirTime } from './slack/atTheirTime';
import { commands } from './slack/commands';
import { expiry, overTime } from './slack/overTime';
import { signedRequests } from './slack/signedRequests';
import { World } from './slack/World';

describe('Slack, with two bots side by side', () => {
  const world = new World();
  beforeAll(() => world.start());
  afterAll(() => world.stop());

  beginAtTheirTime(world);
  overTime(world);
  approvals(world);
  signedRequests(world);
  commands(world);
  announcing(world);
  expiry(world);
  endAtTheirTime(world);
  identity(world);
});
