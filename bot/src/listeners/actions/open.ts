import { ButtonPress } from './types';

/** A button that opens the portal was pressed: Slack opens it, and wants to know that we heard. */
export async function open({ ack }: Pick<ButtonPress, 'ack'>): Promise<void> {
  await ack();
}
