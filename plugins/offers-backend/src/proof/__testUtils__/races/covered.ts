/** The race that proves that all operations are done once, whoever asks for them how often. */
export const OPERATIONS = 'each operation';

/** Operations that are done as often as they are asked for, and why. */
export const AS_OFTEN_AS_ASKED: Readonly<Record<string, string>> = {
  noteSlackRefusal: 'Each refusal is one of its own, and has its entry.',
};

/**
 * Which race each claim in the code takes part in. A claim that is not here, and one that is here no more, fails: see
 * `races.test.ts`. The names are `room/file function`, as `claims.ts` reads them.
 */
export const covered: Readonly<Record<string, string>> = {
  'announcements/announcementStore putAnnouncement': 'one announcement of a release',
  'announcements/digestStore keepForDigests': 'instants at which people are told',
  'announcements/failedStore reopenDelivery': OPERATIONS,
  'announcements/noticeStore claimNotice': 'notices in the portal',
  'announcements/readerStore holdReader': 'quiet hours given up while a message begins to wait',
  'announcements/readerStore lockReader': OPERATIONS,
  'announcements/readerStore moveDigest': 'digests that are due',
  'announcements/readerStore putReader': OPERATIONS,
  'announcements/readerStore putWishes': OPERATIONS,
  'announcements/store claimDelivery': 'claims of deliveries',
  'announcements/store insertDeliveries': 'one announcement of a release',
  'announcements/store settleDelivery': 'settlements with one token',
  'announcements/turnStore insertTurns': 'one announcement of a release',
  'announcements/turnStore takeTurn': 'instants at which people are told',
  'api/idempotency once': OPERATIONS,
  'audit/store appendAudit': 'many changes at once',
  'audit/store lockAuditHead': 'many changes at once',
  'catalogue/byOlderStore noteWhereOlder': 'replicas that list what an earlier release listed',
  'catalogue/rebuildStore lockRebuilt': 'replicas that list anew',
  'database/failures isUniqueViolation': OPERATIONS,
  'database/insertRows insertRowsIf': 'many changes at once',
  'delegations/store lockDelegation': OPERATIONS,
  'delegations/store lockDelegations': OPERATIONS,
  'demand/store lockDemands': 'demands merged into each other',
  'links/store advance': 'steps through the links',
  'offers/offers createOffer': 'offers of one name',
  'offers/store lockOffer': OPERATIONS,
  'offers/store updateOffer': OPERATIONS,
  'offers/versionStore addAuthor': 'many changes at once',
  'offers/versionStore addReferences': 'many changes at once',
  'offers/waiverStore revokeWaiver': OPERATIONS,
  'plans/create untaken': 'plans of one offer',
  'plans/itemStore addImplementers': OPERATIONS,
  'plans/stayStore noteStay': 'two who decide at once',
  'plans/store addPlanAuthor': OPERATIONS,
  'plans/store lockPlan': 'two who decide at once',
  'references/keeping createKept': 'price lists of one id',
  'references/store lockKept': OPERATIONS,
  'releases/store lockRelease': OPERATIONS,
  'sources/importRow importRow': OPERATIONS,
  'slack/installationStore deleteInstallation': OPERATIONS,
  'slack/installationStore upsertInstallation': OPERATIONS,
  'slack/linkStore deleteLink': OPERATIONS,
  'slack/linkStore insertLink': OPERATIONS,
  'slack/linkStore replaceCode': OPERATIONS,
  'slack/linkStore useCode': OPERATIONS,
  'structure/store lockStructure': 'replicas that bring the configured categories',
  'timeline/store endSuspension': OPERATIONS,
  'timeline/store reviewSuspension': OPERATIONS,
  'timeline/turnStore claimDueTurnsOf': 'records of what time did',
  'timeline/turnStore dueTurnsQuery': 'records of what time did',
  'timeline/turnStore replaceTurns': 'records of what time did',
};
