import { msToAnswer } from './answerTime';

const NOW = 60_000;

describe('What is left of the time for an answer', () => {
  beforeAll(() => jest.spyOn(performance, 'now').mockReturnValue(NOW));
  afterAll(() => jest.restoreAllMocks());

  it.each([
    ['two seconds for what came in just now', 0, 2_000],
    ['less for what has waited for its turn', 700, 1_300],
    ['nothing for what has waited longer', 2_500, 0],
  ])('is %s', (_what, waitedMs, left) => {
    expect(msToAnswer({ isEnterpriseInstall: false, cameInAt: NOW - waitedMs })).toBe(left);
  });

  it('is all of it where no receiver says when it came in', () => {
    expect(msToAnswer({ isEnterpriseInstall: false })).toBe(2_000);
  });
});
