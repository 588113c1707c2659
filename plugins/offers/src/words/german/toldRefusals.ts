import type { toldRefusals } from '../messages/toldRefusals';

/** German for what the server says where it refuses with more than a code, or did not send a message. */
export const toldRefusalsGerman: Record<keyof typeof toldRefusals, string> = {
  'told.act.suspended': 'Das Angebot ist schon ausgesetzt.',
  'told.act.nothingToSuspend':
    'Das Angebot wird jetzt nicht angeboten, also gibt es nichts auszusetzen.',
  'told.act.notSuspended': 'Das Angebot ist nicht ausgesetzt.',
  'told.act.notOffered':
    'Das Angebot wird jetzt nicht angeboten; planen Sie stattdessen eine neue Version.',
  'told.act.isServed': 'Version {{number}} ist die, die jetzt gilt.',
  'told.act.notBegun':
    'Version {{number}} hat noch nicht begonnen, also gibt es kein Zurück zu ihr.',
  'told.act.ended': 'Version {{number}} sollte vor jetzt enden; planen Sie stattdessen eine neue.',
  'told.act.noVersion': 'Es gibt keine Version, mit der sich das jetzt tun lässt.',
  'told.act.unpublished': 'Version {{number}} ist nicht veröffentlicht.',
  'told.act.same':
    'Version {{served}} wird jetzt angeboten und sagt dasselbe wie Version {{number}}.',
  'told.act.inCategory':
    'Version {{number}} steht in der Kategorie {{category}}, die es nicht mehr gibt; planen Sie stattdessen eine neue Version.',
  'told.act.categoryEnds':
    'Version {{number}} steht in der Kategorie {{category}}, die am {{when}} endet; planen Sie stattdessen eine neue Version.',
  'told.act.hasMember':
    'Version {{number}} hat einen Teil, der inzwischen selbst dieses Angebot enthält; planen Sie stattdessen eine neue Version.',
  'told.act.neverOffered': 'Das Angebot wurde nie angeboten, also gibt es nichts zu beenden.',
  'told.act.endPast': 'Das Ende liegt in der Vergangenheit; wählen Sie ein späteres.',
  'told.act.resumed': 'Jemand anders hat das Angebot gerade wieder aufgenommen.',
  'told.act.youSuspended':
    'Sie haben das Angebot ausgesetzt, also muss jemand anders es nachprüfen.',
  'told.act.reviewed': 'Das Aussetzen ist schon nachgeprüft.',
  'told.ring.none': 'Diese Version hat keine Ringe.',
  'told.ring.rolledBack': 'Diese Version wurde zurückgenommen.',
  'told.ring.notBegun': 'Diese Version hat noch nicht begonnen.',
  'told.ring.all':
    'Diese Version ist schon für alle; um sie zurückzunehmen, veröffentlichen Sie eine frühere wieder.',
  'told.ring.over': 'Diese Version gilt nicht mehr.',
  'told.ring.held': 'Der Ring ist schon angehalten.',
  'told.ring.notHeld': 'Der Ring ist nicht angehalten.',
  'told.announce.notOrderable':
    'Das Angebot lässt sich jetzt nicht bestellen, also gibt es nichts, worauf sich hinweisen ließe.',
  'told.announce.notEnded': 'Das Angebot ist nicht beendet: Kündigen Sie an, was jetzt ist.',
  'told.announce.notOffered': 'Das Angebot wird jetzt nicht angeboten, also endet es nicht.',
  'told.announce.first': 'Seine erste Version gilt: Kündigen Sie an, dass es verfügbar ist.',
  'told.announce.before': 'Es war vorher verfügbar: Kündigen Sie an, dass es sich geändert hat.',
  'told.announce.noEnd': 'Kein Ende ist geplant: Planen Sie zuerst eines.',
  'told.announce.byItself': 'Sein Ende, {{when}}, wird von selbst rechtzeitig angekündigt.',
  'told.announce.never': 'Es wurde nie angeboten, also ist es nicht beendet.',
  'told.announce.choose': 'Wählen Sie einen Kanal oder Personen',
  'told.announce.leaveOut': 'Lassen Sie {{channel}} weg: {{why}}',
  'told.announce.nothing':
    'Niemand hat diese Ankündigung gehört, also gibt es nichts zu berichtigen.',
  'told.unsent.before': 'Die Nachricht, zu der sie gehört, ließ sich nicht senden.',
  'told.unsent.drawn': 'Sie ließ sich nicht zusammenstellen.',
  'told.unsent.digest':
    'Nichts von dem, was dafür vorgesehen war, gilt noch oder ist für ihre Augen.',
  'told.unsent.gone': 'Worum es ging, gibt es nicht mehr.',
  'told.unsent.demandGone': 'Den Bedarf gibt es nicht mehr.',
  'told.unsent.over':
    'Als sie fällig war, war beendet, worum es ging, oder nicht mehr da, oder nicht für diese Person.',
  'told.unsent.untrue':
    'Als sie fällig war, stimmte sie nicht mehr: Das Angebot war ersetzt, ausgesetzt, zurückgehalten oder beendet.',
  'told.unsent.notCome': 'Es kommt nicht mehr dazu.',
  'told.unsent.anew': 'Die Nachricht wird neu gesendet, wie sie jetzt ist.',
  'told.unsent.noChannel':
    'In keinem Kanal angekündigt: Keiner auf der Liste erfährt solches (offers.announcements.channels).',
  'told.unsent.offList':
    'In {{channel}} nicht angekündigt: Der Kanal steht nicht mehr auf der Liste (offers.announcements.channels).',
  'told.unsent.byRoute':
    'In {{channel}} nicht angekündigt: Nach offers.announcements.channels erfährt der Kanal von anderen Katalogen, Kategorien, Ansichten oder Arten.',
  'told.unsent.channel': 'In {{channel}} nicht angekündigt: {{why}}.',
  'told.unsent.channelYet': 'In {{channel}} noch nicht angekündigt: {{why}}.',
  'told.unsent.notFailed':
    'Sie ist nicht fehlgeschlagen, also gibt es nichts noch einmal zu senden.',
  'told.unsent.justNow': 'Jemand anders hat sie gerade noch einmal gesendet.',
  'told.unsent.quiet': 'Dort ist Ruhezeit bis {{until}}',
  'told.plan.notComplete': 'Nicht vollständig: {{titles}}.',
  'told.plan.notCompleteYet': 'Noch nicht vollständig: {{titles}}.',
  'told.plan.notReady': 'Noch nicht bereit: {{titles}}.',
  'told.plan.moved': 'Dieser Plan wartet nicht mehr auf eine Entscheidung: {{turn}}.',
  'told.plan.another':
    'Der Plan ist ein anderer, als Sie gesehen haben: {{turn}}. Sehen Sie ihn noch einmal an.',
  'told.plan.released': 'Der Plan ist schon veröffentlicht, von {{who}} am {{when}}.',
  'told.plan.releasable':
    'Veröffentlicht wird ein Plan, wenn er genehmigt ist, oder bereit, wo er umgesetzt wird.',
  'told.plan.state': 'Der Zustand des Plans erlaubt das nicht; laden Sie ihn neu.',
  'told.plan.draftAgain':
    'Die Änderung lässt das Angebot unvollständig, also ist der Plan wieder ein Entwurf.',
  'told.plan.nobodyAgain':
    'Nach dieser Änderung ließe sich niemand fragen, also ist der Plan wieder ein Entwurf.',
  'told.plan.voided':
    'Was veröffentlicht werden soll, hat sich geändert. Gegebene Genehmigungen zählen nicht mehr.',
  'told.plan.expired':
    'Niemand hat rechtzeitig entschieden. Reichen Sie den Plan wieder ein, um neu zu fragen.',
  'told.plan.nobodyAsked':
    'Die Richtlinie fragt bei einem solchen Plan niemanden, also kann ihn niemand genehmigen.',
  'told.plan.catalogueSilent':
    'Der Softwarekatalog sagte nicht, wer genehmigt; versuchen Sie es in einer Minute noch einmal.',
  'told.plan.implementerUnknown': '{{person}} steht nicht im Softwarekatalog',
  'told.plan.implementerApproved':
    '{{person}} hat diesen Plan genehmigt, also muss jemand anders ihn umsetzen',
  'told.plan.preparation': 'Lassen Sie die Vorbereitung vor der Veröffentlichung beginnen',
  'told.plan.noDraft': 'Nennen Sie ein Angebot, das einen Entwurf hat',
  'told.plan.noOffer': 'Nennen Sie ein Angebot, das es gibt',
  'told.plan.noComment': 'Nennen Sie eine Anmerkung zu diesem Plan',
  'told.waiver.future': 'Lassen Sie die Ausnahme in der Zukunft enden',
  'told.waiver.over': 'Diese Ausnahme gilt schon nicht mehr.',
  'told.waiver.reason': 'Nennen Sie einen Grund',
  'told.standIn.other': 'Nennen Sie jemand anderen',
  'told.standIn.person': 'Nennen Sie eine Person aus dem Softwarekatalog',
  'told.standIn.after': 'Sie muss enden, nachdem sie beginnt',
  'told.standIn.future': 'Sie muss in der Zukunft enden',
  'told.standIn.none': 'Die Richtlinie erlaubt keine Vertretung',
  'told.standIn.most': 'Eine Vertretung dauert höchstens {{days}} Tage',
  'told.demand.state': 'Der Zustand des Bedarfs erlaubt das nicht; laden Sie ihn neu.',
  'told.demand.exists': 'Nennen Sie einen Bedarf, den es gibt',
  'told.demand.other':
    'Nennen Sie einen anderen Bedarf: Keiner wird mit sich selbst zusammengeführt',
  'told.demand.underWay': 'Der andere Bedarf ist abgeschlossen; nehmen Sie einen, der noch läuft',
  'told.demand.chain':
    'In diesen Bedarf gingen schon andere auf; führen Sie stattdessen den anderen mit diesem zusammen',
  'told.demand.plan': 'Nennen Sie einen Plan, den es gibt',
  'told.demand.planState': 'Der Plan ist abgeschlossen; nennen Sie einen, der läuft',
  'told.demand.offer': 'Nennen Sie ein Angebot, das Sie sehen können, oder lassen Sie es weg',
  'told.demand.roles': 'Mit Ihren Rollen melden Sie Bedarf als {{sources}}',
  'told.offer.noDraft': 'Das Angebot hat keinen Entwurf, der sich verwerfen ließe.',
  'told.offer.version': 'Nennen Sie die Nummer einer veröffentlichten Version',
  'told.offer.catalogue': 'Nennen Sie einen Katalog, den es gibt oder geben wird',
  'told.offer.name': 'Ein anderes Angebot heißt so; wählen Sie einen anderen Namen',
  'told.report.ahead': 'Melden Sie einen Status, sobald er gilt, nicht im Voraus',
  'told.report.since': 'Es ist seit {{when}} {{status}}; nennen Sie einen späteren Zeitpunkt',
  'told.report.next': 'Es ist {{status}}: Melden Sie {{others}}',
  'told.report.first': 'Melden Sie es zuerst als {{status}}',
  'told.kept.retiredList': 'Diese Preisliste ist stillgelegt; hinterlegen Sie eine neue.',
  'told.kept.retiredParty': 'Dieser Partner ist stillgelegt; hinterlegen Sie einen neuen.',
  'told.kept.takenList': 'Eine andere Preisliste hat diese Kennung; wählen Sie eine andere.',
  'told.kept.takenParty': 'Ein anderer Partner hat diese Kennung; wählen Sie eine andere.',
  'told.prices.date': 'Wählen Sie den Tag der Veröffentlichung oder einen späteren',
  'told.prices.noneLeft': 'Wählen Sie andere: Von diesen Angeboten bleibt keines',
  'told.prices.fewer': 'Wählen Sie weniger: Neu berechnet werden höchstens {{most}} Angebote',
  'told.prices.mayNot': 'Sie dürfen es nicht bearbeiten; wer es verantwortet, kann es.',
  'told.prices.draft': 'Es hat schon einen Entwurf: Veröffentlichen oder verwerfen Sie den zuerst.',
  'told.prices.inPlan': 'Es ist in einem laufenden Plan.',
  'told.prices.nothing': 'Nichts davon wird angeboten.',
  'told.prices.nothingThen': 'Dann wird nichts davon angeboten.',
  'told.prices.members': 'Seinen Preis bilden seine Teile.',
  'told.prices.same': 'Keiner seiner Preise würde sich ändern.',
  'told.prices.later':
    'Seine Version {{number}} wartet darauf zu gelten; lassen Sie die neuen Preise danach beginnen.',
  'told.prices.figure': 'Geben Sie eine Zahl über 0 an',
  'told.import.name': 'Ein anderes Angebot heißt {{name}}; benennen Sie eines davon um.',
  'told.import.published':
    'Das Angebot ist veröffentlicht, und ein Import ändert nur Entwürfe: Beginnen Sie die nächste Version und importieren Sie noch einmal.',
  'told.import.ended': 'Das Angebot ist hier beendet, und ein Import bringt es nicht zurück.',
  'told.import.apart':
    'Was hier geschrieben wurde und was die Quelle sagt, passt nicht zusammen. {{faults}}',
  'told.import.badName': 'Sein Name {{name}} ist nicht verwendbar: {{why}}.',
  'told.report.days': 'Fragen Sie nach mehr als nichts und höchstens {{most}} Tagen',
  'told.standIn.name': 'Nennen Sie eine Person, zum Beispiel user:default/mia',
  'told.standIn.why': 'Sagen Sie, warum, zum Beispiel Urlaub',
  'told.waiver.never': 'Dieses Kriterium lässt sich nicht ausnehmen; erfüllen Sie es',
  'told.prices.percent': 'Geben Sie einen Prozentsatz über -100 an',
  'told.prices.kind': 'Nennen Sie eine Art, oder lassen Sie Arten weg',
  'told.prices.currency': 'Nennen Sie eine Währung, oder lassen Sie Währungen weg',
  'told.prices.list': 'Nennen Sie eine Preisliste, oder lassen Sie Listen weg',
  'told.prices.either': 'Geben Sie einen Prozentsatz oder einen Index an',
  'told.prices.free': '{{what}} würde nichts kosten: Runden Sie auf weniger als {{step}}',
  'told.prices.large': '{{what}} wäre ein zu großer Betrag',
  'told.kept.title': 'Geben Sie der Preisliste einen Titel',
  'told.kept.party': 'Nennen Sie den Partner',
  'told.kept.contact':
    'Geben Sie eine E-Mail-Adresse an, oder eine Adresse, die mit https:// beginnt',
  'told.kept.internal':
    'Ein interner Partner nennt seine Gruppe, zum Beispiel group:default/operations; ein externer keine',
  'told.structure.whole': 'Geben Sie eine ganze Zahl an',
  'told.unsent.noApprover':
    '{{who}} genehmigt keine Pläne mehr und bekommt nichts mehr von diesem.',
  'told.unsent.wish': '{{who}} möchte von dieser Art nichts mehr hören.',
  'told.unsent.blind': '{{who}} sieht das Angebot jetzt nicht.',
  'told.field.unknown': 'Lassen Sie es weg: Ein solches Feld gibt es hier nicht',
  'told.field.invisible': 'Nehmen Sie die Zeichen heraus, die sich nicht zeigen lassen',
};
