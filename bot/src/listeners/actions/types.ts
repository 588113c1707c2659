import { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';

type ActionTaken = Pick<
  SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs,
  'ack' | 'body' | 'respond' | 'client'
>;

/** What the listener of a button reads of what Slack sends. */
export type ButtonPress = ActionTaken & {
  action: { block_id: string; value?: string | undefined };
};

/** What the listener of a menu reads of what Slack sends. */
export type MenuPick = ActionTaken & {
  action: {
    block_id: string;
    selected_option?: { value?: string | undefined } | null | undefined;
  };
};
