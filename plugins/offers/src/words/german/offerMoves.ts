import type { offerMoveMessages } from '../messages/offerMoves';

/** German for moves of offers into another catalogue. */
export const offerMoveGerman: Record<keyof typeof offerMoveMessages, string> = {
  'offerMove.open': 'In anderen Katalog verschieben …',
  'offerMove.openAny': 'Ein Angebot in anderen Katalog verschieben …',
  'offerMove.title': 'Ein Angebot in einen anderen Katalog verschieben',
  'offerMove.titleOf': '{{title}} in einen anderen Katalog verschieben',
  'offerMove.offer': 'Angebot',
  'offerMove.effect':
    'Nichts geschieht, bevor ein Plan mit dem Umzug genehmigt und veröffentlicht ist. Was veröffentlicht ist, bleibt, wie es ist; vom Zeitpunkt der Veröffentlichung an steht es im anderen Katalog und wird dort verwaltet.',
  'offerMove.onlyOne':
    'Es gibt nur einen Katalog. Legen Sie auf der Seite Struktur und Ansichten einen weiteren an.',
  'offerMove.isIn': 'Es steht im Katalog {{catalogue}}.',
  'offerMove.catalogue': 'In den Katalog',
  'offerMove.category': 'Dort in der Kategorie',
  'offerMove.categoryNote': 'Bis eine Version eine andere dieses Katalogs nennt.',
  'offerMove.noCategory': 'Dieser Katalog hat noch keine Kategorie: Legen Sie zuerst eine an.',
  'offerMove.plan': 'Durch den Plan',
  'offerMove.newPlan': 'Ein neuer Plan',
  'offerMove.add': 'In den Plan aufnehmen',
  'offerMove.notYours':
    'Diesen Plan können Sie nicht ändern; wählen Sie einen anderen oder legen Sie einen neuen an.',
  'offerMove.planTitle': 'Umzug von {{title}}',
  'offerMove.planned': 'Laufende Pläne dafür:',
  'offerMove.done': 'Der Umzug von {{title}} ist im Plan {{plan}}.',
  'offerMove.takeOut': 'Herausnehmen …',
  'offerMove.takeOutOf': 'Herausnehmen … {{what}}',
  'offerMove.takeOutAsk': '{{what}} aus dem Plan nehmen?',
  'offerMove.takeOutConfirm': 'Herausnehmen',
  'offerMove.takeOutEffect': 'Es bleibt, wie es ist. Der Rest des Plans geht weiter.',
  'offerMove.takeOutVoids': 'Die erteilten Genehmigungen verfallen damit und werden neu erbeten.',
  'offerMove.takeOutLast': 'Der Plan brächte dann nichts: Brechen Sie stattdessen den Plan ab.',
  'offerMove.takenOut': 'Aus dem Plan genommen: {{what}}.',
  'offerMove.brought': 'Änderungen der Struktur, einzeln',
};
