import type { toldReasons } from '../messages/toldReasons';

/** German for why somebody sees and orders an offer. */
export const toldReasonsGerman: Record<keyof typeof toldReasons, string> = {
  'told.reason.unpublished': 'Es ist noch keine Version veröffentlicht.',
  'told.reason.published': 'Version {{number}} ist veröffentlicht.',
  'told.reason.since': 'Es wird seit {{when}} angeboten.',
  'told.reason.from': 'Es wird ab {{when}} angeboten.',
  'told.reason.until': 'Es wird bis {{when}} angeboten.',
  'told.reason.rolledBack': 'Es wurde zurückgenommen.',
  'told.reason.ended': 'Es endete am {{when}}.',
  'told.reason.rolledBackReturns': 'Es wurde zurückgenommen. Es kommt am {{then}} wieder.',
  'told.reason.endedReturns': 'Es endete am {{when}}. Es kommt am {{then}} wieder.',
  'told.reason.inRing': 'Unter den Ersten, die diese Version bekommen.',
  'told.reason.notInRing':
    'Nicht unter den Ersten, die diese Version bekommen; später bekommen sie alle.',
  'told.reason.inAudience': 'In der Zielgruppe dieses Angebots.',
  'told.reason.notInAudience': 'Nicht in der Zielgruppe dieses Angebots.',
  'told.reason.notSuspended': 'Es ist nicht ausgesetzt.',
  'told.reason.suspended': 'Es ist ausgesetzt: Vorerst kann es niemand bestellen.',
  'told.reason.deployedAll': 'Was es braucht, ist ausgerollt.',
  'told.reason.deployedNot':
    'Es wird zurückgehalten, bis dies ausgerollt ist: {{releases}}. Sobald es so weit ist, kann es bestellt werden.',
  'told.reason.mayOrder': 'Unter denen, die es bestellen dürfen.',
  'told.reason.mayNotOrder':
    'Nicht unter denen, die es bestellen dürfen. Die Verantwortlichen können Personen und Gruppen hinzufügen.',
  'told.reason.members': 'Jeder Teil des Bündels kann bestellt werden.',
  'told.reason.membersAsk':
    'Ein Teil fragt nach mehr, als das Bündel ihm sagt: {{titles}}. Wer für das Bündel verantwortlich ist, kann eine Version bringen, die es sagt.',
  'told.reason.membersNot': 'Nicht jeder Teil des Bündels kann bestellt werden.',
  'told.reason.membersNotThese': 'Nicht jeder Teil des Bündels kann bestellt werden: {{titles}}.',
};
