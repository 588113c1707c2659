import type { toldStructure } from '../messages/toldStructure';

/** German for what the rules say of structure, ends and scenarios of plans. */
export const toldStructureGerman: Record<keyof typeof toldStructure, string> = {
  'told.structure.catalogueNew': 'Neuer Katalog {{name}}',
  'told.structure.catalogueChange': 'Änderung des Katalogs {{name}}',
  'told.structure.catalogueEnd': 'Stilllegung des Katalogs {{name}}',
  'told.structure.categoryNew': 'Neue Kategorie {{name}}',
  'told.structure.categoryChange': 'Änderung der Kategorie {{name}}',
  'told.structure.categoryMove': 'Umzug der Kategorie {{name}}',
  'told.structure.categoryEnd': 'Stilllegung der Kategorie {{name}}',
  'told.structure.viewNew': 'Neue Ansicht {{name}}',
  'told.structure.viewChange': 'Änderung der Ansicht {{name}}',
  'told.structure.viewEnd': 'Stilllegung der Ansicht {{name}}',
  'told.structure.offerMove': 'Umzug des Angebots {{name}}',
  'told.structure.viewHolds': 'Ansicht {{name}}: Angebote darin',
  'told.structure.rest': 'Die übrige Struktur bleibt in Ordnung',
  'told.structure.agrees': 'Verträgt sich mit den anderen Plänen',
  'told.structure.before': 'Der Plan „{{plan}}“ wurde vorher eingereicht: {{fault}}',
  'told.structure.leftInCategory':
    'In der Kategorie {{name}} wären noch Angebote: {{offers}}; sagen Sie, in welche Kategorie sie gehen, oder bringen Sie ihre nächsten Versionen in diesem Plan.',
  'told.structure.leftInCatalogue':
    'Im Katalog {{name}} wären noch Angebote: {{offers}}; beenden Sie sie vorher, oder lassen Sie sie in diesem Plan in einen anderen Katalog umziehen.',
  'told.structure.references': 'Verweise: {{what}}',
  'told.structure.later': 'Ab {{when}}: {{fault}}',
  'told.structure.firstStays':
    'Der erste Katalog bleibt: In ihm stehen Angebote, von denen nichts anderes gesagt ist.',
  'told.structure.isCatalogue':
    'Einen Katalog {{name}} gibt es schon; wählen Sie einen anderen Namen, oder ändern Sie den vorhandenen.',
  'told.structure.isCategory':
    'Eine Kategorie {{name}} gibt es schon; wählen Sie einen anderen Namen, oder ändern Sie die vorhandene.',
  'told.structure.isView':
    'Eine Ansicht {{name}} gibt es schon; wählen Sie einen anderen Namen, oder ändern Sie die vorhandene.',
  'told.structure.noCatalogue':
    'Einen Katalog {{name}} gibt es dann nicht; legen Sie ihn zuerst an, oder nennen Sie einen anderen.',
  'told.structure.noCategory':
    'Eine Kategorie {{name}} gibt es dann nicht; legen Sie sie zuerst an, oder nennen Sie eine andere.',
  'told.structure.noView':
    'Eine Ansicht {{name}} gibt es dann nicht; legen Sie sie zuerst an, oder nennen Sie eine andere.',
  'told.structure.noCategoryIn':
    'Eine Kategorie {{name}} gibt es dann im Katalog {{catalogue}} nicht; nennen Sie eine andere.',
  'told.structure.twice':
    'Es würde zu dieser Zeit zweimal umziehen; behalten Sie einen der Umzüge.',
  'told.structure.twoPlans':
    'Zwei Pläne ändern {{name}} zur selben Zeit; wählen Sie einen anderen Termin, oder bringen Sie beides in einem Plan.',
  'told.structure.catalogueGone':
    'Die Kategorie {{name}} steht im Katalog {{catalogue}}, den es nicht gibt.',
  'told.structure.parentGone':
    'Die Kategorie {{name}} steht in der Kategorie {{parent}}, die es nicht gibt: Lassen Sie sie umziehen, oder behalten Sie {{kept}}.',
  'told.structure.apart':
    'Die Kategorien {{name}} und {{parent}} stehen in verschiedenen Katalogen.',
  'told.structure.round':
    'Die Kategorie {{name}} stünde in sich selbst: {{path}}. Lassen Sie sie anderswohin umziehen.',
  'told.structure.deep':
    'Die Kategorie {{name}} stünde {{deep}} Ebenen tief; mehr als {{most}} gibt es nicht.',
  'told.structure.intoGone':
    'Die Angebote der Kategorie {{name}} gehen nach {{into}}, und das gibt es nicht.',
  'told.structure.viewShows':
    'Die Ansicht {{name}} zeigt, was es nicht gibt: {{gone}}. Ändern Sie die Ansicht.',
  'told.structure.viewWho':
    'Nennen Sie die Gruppen oder Personen, die die Ansicht {{name}} sehen dürfen, oder alle.',
  'told.structure.moveOver':
    'Bis dahin wird es nicht mehr angeboten: Nehmen Sie seinen Umzug heraus, oder planen Sie ihn früher.',
  'told.structure.moveThere':
    'Bis dahin ist es schon in diesem Katalog: Nehmen Sie seinen Umzug heraus, oder nennen Sie einen anderen Katalog.',
  'told.structure.moveLeft':
    'Die Kategorie, in die es umzieht, endet am {{when}}, und ihre Angebote kommen nirgends hin: Lassen Sie es in eine andere umziehen.',
  'told.structure.moveNamed':
    'Seine Version nennt die Kategorie {{category}} dieses Katalogs: Lassen Sie es dorthin umziehen, oder lassen Sie die Version eine andere nennen.',
  'told.structure.mayMove':
    'Bitten Sie jemanden, der Angebote in {{from}} und in {{into}} bearbeitet',
  'told.structure.says': 'Sagen Sie, was sich ändert',
  'told.structure.title': 'Geben Sie einen Titel an',
  'told.structure.description': 'Eine Beschreibung hat höchstens 2.000 Zeichen',
  'told.structure.most': 'Nennen Sie höchstens {{most}}',
  'told.end.bundles': 'Kein Bündel braucht es',
  'told.end.bundlesRemedy':
    'Es ist Teil von Bündeln: {{titles}}. Bringen Sie deren nächste Version ohne es, oder beenden Sie sie auch, in diesem Plan.',
  'told.end.replacement': 'Ersatz, oder ein Grund für keinen',
  'told.end.replacementLate':
    'Der Ersatz wird bis dahin nicht angeboten: Veröffentlichen Sie ihn vorher, oder bringen Sie ihn in diesem Plan.',
  'told.end.replacementNone':
    'Nennen Sie das Angebot, das es ersetzt, oder sagen Sie, warum keines.',
  'told.end.afterNotice': 'Endet nach der Vorankündigung',
  'told.end.afterNoticeRemedy':
    'Lassen Sie das Angebot nach der Vorankündigung und nach dem Termin des Plans enden.',
  'told.end.promised': 'Zugesagte Frist',
  'told.end.promisedRemedy':
    'Die Bedingungen sagen {{days}} Tage Frist zu: Kündigen Sie es bis {{when}} an, oder beenden Sie das Angebot später.',
  'told.end.subscriptions': 'Was aus Abonnements wird',
  'told.end.itself':
    'Ein Angebot, das endet, kann sich nicht selbst ersetzen: Nennen Sie ein anderes, oder sagen Sie, warum keines es ersetzt.',
  'told.end.notBefore':
    'Lassen Sie Abonnements frühestens dann wechseln, wenn das Ende des Angebots angekündigt wird.',
  'told.end.inTime': 'Lassen Sie Abonnements spätestens zum Ende des Angebots wechseln.',
  'told.end.moveTo':
    'Nennen Sie das Angebot, zu dem Abonnements wechseln, oder lassen Sie sie mit ihm enden.',
  'told.end.live': 'Es hat {{count}} laufende Abonnements.',
  'told.end.why': 'Sagen Sie, warum das Angebot endet',
  'told.end.whyNothing': 'Sagen Sie, warum es nicht ersetzt wird',
  'told.scenario.end': 'Nennen Sie mindestens ein Angebot, das endet',
  'told.scenario.offer': 'Nennen Sie mindestens ein Angebot',
  'told.scenario.published':
    'Dieses Angebot ist veröffentlicht; planen Sie seine nächste Version als Änderung',
  'told.scenario.unpublished':
    'Dieses Angebot war nie veröffentlicht; planen Sie es als neues Angebot',
  'told.scenario.onlyEnd': 'Nur ein Plan des Szenarios „Ein Ende“ beendet Angebote',
  'told.scenario.nothingToEnd':
    'Dieses Angebot war nie veröffentlicht, also gibt es nichts zu beenden',
  'told.scenario.one': 'Ein Plan tut mit einem Angebot eines: es beenden oder eine Version bringen',
  'told.kept.are': 'Preislisten und Partner sind hinterlegt',
  'told.kept.remedy':
    'Nicht hinterlegt, oder stillgelegt: {{names}}. Verweisen Sie auf anderes, oder nehmen Sie den Verweis heraus.',
  'told.kept.noteMost': 'Eine Notiz hat höchstens 2.000 Zeichen',
};
