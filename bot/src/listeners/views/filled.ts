import { WebClient } from '@slack/web-api';
import { Asker } from '../../identity/asker';
import { Wizard } from '../../views/wizards';
import { idempotencyKey } from '../decide';
import { ModalSent } from './slow';

/** A sent form, field by field. */
export interface Filled {
  asker: Asker;
  /** what was typed or chosen in a field */
  value: (block: string, action?: string) => string;
  /** an instant that was chosen */
  instant: (block: string) => string;
  /** what the form carries */
  carried: string;
  key: string;
  client: WebClient;
}

/** What came of it, and where to go on. */
export interface Done {
  text: string;
  url?: string;
}

/** The fields of the form of a wizard, as it was sent. */
export function filledIn(
  { asker, view, client }: Pick<ModalSent, 'view' | 'client'> & { asker: Asker },
  wizard: Wizard,
): Filled {
  const field = (block: string, action = block) => view.state.values[block]?.[action];
  const value = (block: string, action?: string) => {
    const found = field(block, action);
    return (
      found?.value?.trim() ??
      found?.selected_option?.value ??
      found?.selected_user ??
      found?.selected_date ??
      found?.selected_time ??
      ''
    );
  };
  return {
    asker,
    value,
    instant: block => new Date((field(block)?.selected_date_time ?? 0) * 1000).toISOString(),
    carried: view.private_metadata,
    key: idempotencyKey([wizard, asker.teamId, asker.slackUserId, view.id]),
    client,
  };
}
