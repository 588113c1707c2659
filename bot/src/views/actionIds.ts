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
  batch: 'offers-batch',
  refreshHome: 'offers-refresh-home',
  homePage: 'offers-home-page',
  raiseDemand: 'offers-raise-demand',
  startPlan: 'offers-start-plan',
  handOver: 'offers-hand-over',
  /** the offer field of a form: what the person may see, or manages */
  wizardSeen: 'offers-wizard-seen',
  wizardManaged: 'offers-wizard-managed',
  ask: 'offers-ask',
  answer: 'offers-answer',
  compose: 'offers-compose',
  /** a menu of what else is so, and can be announced */
  composeOther: 'offers-compose-other',
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

/** The modal in which several plans are approved. */
export const batchView = {
  callbackId: 'offers-batch',
  blockId: 'plans',
  actionId: 'plans',
} as const;

/** The forms of the wizards. */
export const wizardIds = {
  demand: 'offers-wizard-demand',
  plan: 'offers-wizard-plan',
  handOver: 'offers-wizard-hand-over',
} as const;

/** The shortcuts of the app. */
export const shortcutIds = {
  demand: 'offers-shortcut-demand',
  demandFromMessage: 'offers-shortcut-demand-from-message',
  plan: 'offers-shortcut-plan',
  handOver: 'offers-shortcut-hand-over',
} as const;
