/** What the rules say in English of why somebody sees and orders an offer, word for word: a sentence is known by it. */
export const toldReasons = {
  'told.reason.unpublished': 'No version has been published yet.',
  'told.reason.published': 'Version {{number}} is published.',
  'told.reason.since': 'It is offered since {{when}}.',
  'told.reason.from': 'It is offered from {{when}}.',
  'told.reason.until': 'It is offered until {{when}}.',
  'told.reason.rolledBack': 'It was rolled back.',
  'told.reason.ended': 'It ended on {{when}}.',
  'told.reason.rolledBackReturns': 'It was rolled back. It returns on {{then}}.',
  'told.reason.endedReturns': 'It ended on {{when}}. It returns on {{then}}.',
  'told.reason.inRing': 'Among the first to get this version.',
  'told.reason.notInRing': 'Not among the first to get this version; it comes to everybody later.',
  'told.reason.inAudience': 'In the audience of this offer.',
  'told.reason.notInAudience': 'Not in the audience of this offer.',
  'told.reason.notSuspended': 'It is not suspended.',
  'told.reason.suspended': 'It is suspended: nobody can order it for now.',
  'told.reason.deployedAll': 'What it needs is deployed.',
  'told.reason.deployedNot':
    'It is held until this is deployed: {{releases}}. It can be ordered as soon as it is.',
  'told.reason.mayOrder': 'Among those who may order it.',
  'told.reason.mayNotOrder':
    'Not among those who may order it. Its owner can add people and groups.',
  'told.reason.members': 'Every member of the bundle can be ordered.',
  'told.reason.membersAsk':
    'A member asks for more than the bundle tells it: {{titles}}. Its owner can bring a version of the bundle that does.',
  'told.reason.membersNot': 'Not every member of the bundle can be ordered.',
  'told.reason.membersNotThese': 'Not every member of the bundle can be ordered: {{titles}}.',
} as const;
