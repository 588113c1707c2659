import { approvals } from './slack/approvals';
import { expiry, overTime } from './slack/overTime';
import { signedRequests } from './slack/signedRequests';
import { World } from './slack/World';

describe('Slack, with two bots side by side', () => {
  const world = new World();
  beforeAll(() => world.start());
  afterAll(() => world.stop());

  overTime(world);
  approvals(world);
  signedRequests(world);
  expiry(world);
});
