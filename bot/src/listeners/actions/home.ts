import { askerOfAction } from '../askers';
import { BotServices } from '../services';
import { ButtonPress } from './types';

/** Refresh was pressed on the App Home. */
export function refreshHome({ home }: BotServices) {
  return async ({ ack, body }: ButtonPress): Promise<void> => {
    await ack();
    await home.show(askerOfAction(body));
  };
}

/** Next was pressed under what waits: shows what follows. */
export function turnHome({ home }: BotServices) {
  return async ({ ack, body, action }: ButtonPress): Promise<void> => {
    await ack();
    await home.show(askerOfAction(body), { cursor: action.value });
  };
}

/** A button that stands on messages and on the App Home alike: there, what is said stands at the top of the page. */
export function anywhere(
  { home }: BotServices,
  listener: (press: ButtonPress) => Promise<void>,
): (press: ButtonPress) => Promise<void> {
  return press => {
    const isHome = press.body.view?.type === 'home' || press.body.response_url === undefined;
    return listener(
      isHome ? { ...press, respond: home.respondTo(askerOfAction(press.body)) } : press,
    );
  };
}
