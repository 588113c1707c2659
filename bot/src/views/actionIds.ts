/** Ids of what can be pressed or sent; a button drawn before a restart finds its listener by them. */
export const actionIds = {
  approve: 'offers-approve',
  reject: 'offers-reject',
  requestChanges: 'offers-request-changes',
  publish: 'offers-publish',
  cancelPublish: 'offers-cancel-publish',
  choose: 'offers-choose',
  /** a menu that finds offers while the person types */
  pick: 'offers-pick',
  act: 'offers-act',
  /** a second act under the same preview */
  actOtherwise: 'offers-act-otherwise',
  actThirdly: 'offers-act-thirdly',
  cancelAct: 'offers-cancel-act',
  submitPlan: 'offers-submit-plan',
  schedulePlan: 'offers-schedule-plan',
  ask: 'offers-ask',
  answer: 'offers-answer',
  compose: 'offers-compose',
  correct: 'offers-correct',
  terminate: 'offers-terminate',
  /** a field that finds what replaces an offer */
  replacement: 'offers-replacement',
  /** a menu of how to hear of something */
  hear: 'offers-hear',
  stopHearing: 'offers-stop-hearing',
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

/** The modal that asks why an act is done, and shows what it does. */
export const actView = {
  callbackId: 'offers-act-reason',
  blockId: 'reason',
  actionId: 'reason',
} as const;

/** The modal for a question about a plan, or its answer. */
export const commentView = {
  callbackId: 'offers-comment',
  blockId: 'comment',
  actionId: 'comment',
} as const;
