import {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';

/** What the listener of a button reads of what Slack sends. */
export type ButtonPress = Pick<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs,
  'ack' | 'body' | 'action' | 'respond' | 'client'
>;

/** What the listener of a menu reads of what Slack sends. */
export type MenuPick = Pick<
  SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>> & AllMiddlewareArgs,
  'ack' | 'body' | 'action' | 'respond' | 'client'
>;
