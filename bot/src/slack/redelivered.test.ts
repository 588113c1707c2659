import { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import { jsonLog } from '../log';
import { pause } from '../time';
import { onceEach } from './redelivered';

function events() {
  const middleware = onceEach(jsonLog('error', () => {}));
  let handled = 0;
  const send = (id: string | undefined, fails = false) =>
    middleware({
      body: { ...(id ? { event_id: id } : {}) },
      context: {},
      next: async () => {
        handled += 1;
        await pause(5);
        if (fails) throw new Error('no');
      },
      // What the middleware reads of a request.
    } as unknown as AnyMiddlewareArgs & AllMiddlewareArgs);
  return { send, handled: () => handled };
}

describe('[rule 5] An event that Slack sends again', () => {
  it('is handled once, also while the first is being handled', async () => {
    const { send, handled } = events();
    await Promise.all([send('Ev1'), send('Ev1')]);
    await send('Ev1');
    await send('Ev2');
    expect(handled()).toBe(2);
  });

  it('is handled again when it failed', async () => {
    const { send, handled } = events();
    await expect(send('Ev1', true)).rejects.toThrow('no');
    await send('Ev1');
    expect(handled()).toBe(2);
  });

  it('is no press of a button: those have no event id, and their effects have keys', async () => {
    const { send, handled } = events();
    await send(undefined);
    await send(undefined);
    expect(handled()).toBe(2);
  });
});
