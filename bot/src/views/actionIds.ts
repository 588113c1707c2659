/** Ids of what can be pressed or sent; a button drawn before a restart finds its listener by them. */
export const actionIds = {
  approve: 'offers-approve',
  reject: 'offers-reject',
  requestChanges: 'offers-request-changes',
  publish: 'offers-publish',
  cancelPublish: 'offers-cancel-publish',
  choose: 'offers-choose',
  /** opens the portal by its address; Slack tells the bot all the same */
  open: 'offers-open',
  openReplacement: 'offers-open-replacement',
} as const;

/** The modal that asks for a reason. */
export const reasonView = {
  callbackId: 'offers-reason',
  blockId: 'reason',
  actionId: 'reason',
} as const;
