import type { toldGates } from '../messages/toldGates';

/** German for what gates ask for. */
export const toldGatesGerman: Record<keyof typeof toldGates, string> = {
  'told.gate.owner': 'Verantwortlich',
  'told.gate.ownerRemedy':
    'Nennen Sie die Gruppe, die für das Angebot verantwortlich ist, zum Beispiel group:default/platform-team.',
  'told.gate.summary': 'Kurzbeschreibung',
  'told.gate.summaryRemedy': 'Sagen Sie in einem Satz, was ein Nutzer bekommt.',
  'told.gate.category': 'Kategorie',
  'told.gate.categoryNone': 'Wählen Sie eine Kategorie, damit Nutzer das Angebot finden.',
  'told.gate.categoryUnknown':
    'Die Kategorie {{category}} ist nicht eingerichtet; wählen Sie eine aus der Liste.',
  'told.gate.categoryEnds':
    'Die Kategorie {{category}} endet am {{when}}, und ihre Angebote kommen nirgends hin; wählen Sie eine andere.',
  'told.gate.see': 'Wer es sehen darf',
  'told.gate.seeRemedy':
    'Nennen Sie die Gruppen oder Personen, die das Angebot sehen dürfen, oder alle.',
  'told.gate.order': 'Wer es bestellen darf',
  'told.gate.orderRemedy':
    'Nennen Sie die Gruppen oder Personen, die das Angebot bestellen dürfen, oder alle.',
  'told.gate.price': 'Preis',
  'told.gate.priceRemedy':
    'Fügen Sie eine Preisliste mit mindestens einem Posten hinzu; ein kostenloses Angebot hat einen Posten von 0.',
  'told.gate.priceOfMembers':
    'Die Teile haben keine Währung gemeinsam: Geben Sie jedem einen Preis in derselben oder dem Bündel einen eigenen.',
  'told.gate.cost': 'Kosten',
  'told.gate.costRemedy': 'Tragen Sie ein, was die Bereitstellung kostet; 0, wenn nichts.',
  'told.gate.costUnmatched':
    'Preislisten und Kosten brauchen dieselben Währungen, damit sich die Marge beurteilen lässt: {{currencies}} hat nur eines von beiden.',
  'told.gate.margin': 'Marge nicht unter der Mindestmarge',
  'told.gate.marginRemedy':
    'Tragen Sie Preis und Kosten ein, damit sich die Marge beurteilen lässt.',
  'told.gate.marginUnder':
    'Die Marge liegt in {{currencies}} unter der Mindestmarge von {{percent}} %: Erhöhen Sie den Preis oder senken Sie die Kosten.',
  'told.gate.terms': 'Lieferbedingungen',
  'told.gate.termsRemedy': 'Schreiben Sie die Lieferbedingungen und die Lieferzeit in Tagen.',
  'told.gate.options': 'Optionen',
  'told.gate.fulfilment': 'Lieferplan',
  'told.gate.fulfilmentRemedy': 'Sagen Sie, wie und von wem eine Bestellung geliefert wird.',
  'told.gate.support': 'Supportplan',
  'told.gate.supportRemedy': 'Sagen Sie, wie und von wem Anfragen bearbeitet werden.',
  'told.gate.decommission': 'Abbauplan',
  'told.gate.decommissionRemedy': 'Sagen Sie, wie das Bereitgestellte wieder abgebaut wird.',
  'told.gate.runbook': 'Runbook zur Selbsthilfe',
  'told.gate.runbookRemedy': 'Verlinken Sie das Runbook, nach dem Nutzer selbst vorgehen.',
  'told.gate.knowledge': 'Wissensdokument',
  'told.gate.knowledgeRemedy': 'Verlinken Sie mindestens ein Dokument, das den Dienst erklärt.',
  'told.gate.training': 'Schulung der Nutzer',
  'told.gate.trainingRemedy':
    'Verlinken Sie die Schulung, die Nutzer machen müssen, oder sagen Sie, dass keine nötig ist.',
  'told.gate.ends': 'Endet, nachdem es beginnt',
  'told.gate.endsRemedy':
    'Das Angebot würde enden, bevor es beginnt: Verschieben Sie sein Ende oder das Datum der Veröffentlichung.',
  'told.gate.releaseDate': 'Datum der Veröffentlichung',
  'told.gate.releaseDateRemedy': 'Planen Sie ein Datum der Veröffentlichung.',
  'told.gate.difference': 'Etwas ändert sich',
  'told.gate.differenceRemedy':
    'Der Entwurf sagt dasselbe wie die gültige Version: Ändern Sie etwas oder nehmen Sie ihn heraus.',
  'told.gate.membersExist': 'Teile gibt es',
  'told.gate.membersExistRemedy':
    'Hinter {{steps}} steht kein Angebot: Wählen Sie ein anderes oder nehmen Sie den Schritt heraus.',
  'told.gate.membersLive': 'Teile werden angeboten',
  'told.gate.membersLiveRemedy':
    'Bis dahin nicht angeboten: {{titles}}. Veröffentlichen Sie sie vorher oder bringen Sie sie in diesem Plan.',
  'told.gate.membersAwaited':
    'Nicht bekannt, bevor die Teile angeboten werden, und bis dahin wird nichts angeboten von {{titles}}: Veröffentlichen Sie das vorher oder bringen Sie es in diesem Plan.',
  'told.gate.breaksBundles': 'Bündel sagen, wonach es fragt',
  'told.gate.breaksBundlesRemedy':
    'Es fragt nach mehr, als diese Bündel ihm sagen: {{titles}}. Bringen Sie deren nächste Version in diesem Plan oder geben Sie seinen Optionen einen Standard.',
  'told.gate.acyclic': 'Kein Bündel in sich selbst',
  'told.gate.acyclicRemedy':
    'Das Bündel würde sich selbst enthalten, über {{titles}}: Nehmen Sie eines davon heraus.',
  'told.gate.steps': 'Schritte in Ordnung',
  'told.gate.stepKeys': 'Geben Sie jedem Schritt einen eigenen Schlüssel.',
  'told.gate.stepUnknown': 'Kein Schritt heißt {{step}}; Schritte können nur auf andere warten.',
  'told.gate.stepRound':
    'Die Schritte {{steps}} warten aufeinander; nehmen Sie eine der Wartebeziehungen heraus.',
  'told.gate.stepSelf': 'Ein Schritt kann nicht auf sich selbst warten.',
  'told.gate.choices': 'Auswahlen, die sich treffen lassen',
  'told.gate.choiceKeys': 'Geben Sie jeder Auswahl einen eigenen Schlüssel.',
  'told.gate.choiceLost': 'Der Schritt {{step}} gehört zur Auswahl {{choice}}, die es nicht gibt.',
  'told.gate.choiceShort':
    'Die Auswahl {{choice}} verlangt mehr Schritte, als sie hat; fügen Sie Schritte hinzu.',
  'told.gate.mapping': 'Optionen der Teile sind gefüllt',
  'told.gate.mappingUnknown': 'Der Teil im Schritt {{step}} hat keine Option {{option}}.',
  'told.gate.mappingFrom':
    'Das Bündel hat keine Option {{from}}, aus der der Schritt {{step}} {{option}} nimmt.',
  'told.gate.mappingEmpty':
    'Der Schritt {{step}} lässt die nötige Option {{option}} leer: Ordnen Sie sie zu.',
  'told.gate.mappingChoice':
    'Der Teil im Schritt {{step}} ist ein Bündel, in dem etwas zu wählen ist, und in einem Bündel kann das niemand: Geben Sie ihm Schritte, die es immer hat, oder nehmen Sie es heraus.',
  'told.gate.rule': 'Preisregel',
  'told.gate.ruleRemedy':
    'Das Bündel hat einen eigenen Preis: Fügen Sie seine Preislisten hinzu oder lassen Sie ihn die Summe sein.',
  'told.gate.audience': 'Teile für dieselbe Zielgruppe',
  'told.gate.audienceRemedy':
    'Nicht unter denen, die einen Teil bestellen dürfen: {{names}}. Sie können das Bündel nur bestellen, wenn eine andere ihrer Gruppen dabei ist.',
  'told.gate.valid': 'Der Inhalt ist gültig',
  'told.gate.validRemedy': 'Öffnen Sie den Entwurf und berichtigen Sie die markierten Felder.',
  'told.gate.resolve': 'Optionen lassen sich auflösen',
  'told.gate.references': 'Verweise gibt es im Softwarekatalog',
  'told.gate.referencesRemedy':
    'Nicht im Softwarekatalog gefunden: {{refs}}. Registrieren Sie sie oder nehmen Sie sie heraus.',
  'told.gate.within': 'Der Inhalt ist, was genehmigt wurde',
  'told.gate.withinRemedy':
    'Der Inhalt hat sich nach der Genehmigung geändert: Reichen Sie den Plan noch einmal ein.',
  'told.gate.informed': 'Die Betroffenen kennen das Datum',
  'told.gate.informedRemedy':
    'Sagen Sie Betrieb, Support und den Betreuern der Nutzer das Datum der Veröffentlichung.',
  'told.gate.existing': 'Preise für bestehende Abonnements',
  'told.gate.existingRemedy':
    'Sie würden vor der Veröffentlichung beginnen, für schon Bezahltes: Verschieben Sie ihr Datum oder nehmen Sie es heraus.',
  'told.gate.validity': 'Die Gültigkeit ist jetzt oder künftig',
  'told.gate.validityRemedy':
    'Die Version wäre zu Ende, bevor sie beginnt: Verschieben Sie ihr Ende oder nehmen Sie sie heraus.',
  'told.gate.rings': 'Ringe wachsen',
  'told.gate.ringsRemedy': 'Kein Ring darf einen kleineren Anteil haben als der vor ihm.',
  'told.gate.oneInRings': 'Immer nur eine Version in Ringen',
  'told.gate.oneInRingsRemedy':
    'Version {{number}} ist dann noch in ihren Ringen: Schalten Sie sie für alle frei, nehmen Sie sie zurück oder veröffentlichen Sie diese ohne Ringe.',
  'told.gate.deployed': 'Benötigte Produkt-Releases sind ausgerollt',
  'told.gate.deployedRemedy':
    'Es wird zurückgehalten und ist nicht zu bestellen, bis diese ausgerollt sind: {{releases}}.',
  'told.gate.endsOne': 'Mindestens ein Angebot, das endet',
  'told.gate.endsOneRemedy': 'Nennen Sie die Angebote, die enden.',
  'told.gate.bundleOne': 'Ein Bündel',
  'told.gate.bundleOneRemedy':
    'Geben Sie einem der Angebote Teile: Ein Bündel wird als eines bestellt.',
  'told.gate.offerOne': 'Mindestens ein Angebot',
  'told.gate.offerOneRemedy': 'Fügen Sie dem Plan ein Angebot hinzu.',
};
