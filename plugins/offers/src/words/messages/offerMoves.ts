/** The words of moves of offers into another catalogue, and of what is taken out of a plan. */
export const offerMoveMessages = {
  'offerMove.open': 'Move to catalogue…',
  'offerMove.openAny': 'Move an offer to catalogue…',
  'offerMove.title': 'Move an offer to another catalogue',
  'offerMove.titleOf': 'Move {{title}} to another catalogue',
  'offerMove.offer': 'Offer',
  'offerMove.effect':
    'Nothing happens before a plan with the move is approved and released. What is published stays as it is; from the instant of the release on it is found in the other catalogue, and managed there.',
  'offerMove.onlyOne':
    'There is one catalogue only. Add another one on the page Structure and views.',
  'offerMove.isIn': 'It is in the catalogue {{catalogue}}.',
  'offerMove.catalogue': 'Into the catalogue',
  'offerMove.category': 'There in the category',
  'offerMove.categoryNote': 'Until a version names another one of that catalogue.',
  'offerMove.noCategory': 'This catalogue has no category yet: add one to it first.',
  'offerMove.plan': 'By the plan',
  'offerMove.newPlan': 'A new plan',
  'offerMove.add': 'Put it into the plan',
  'offerMove.notYours': 'You cannot change this plan; choose another, or make a new one.',
  'offerMove.planTitle': 'Move of {{title}}',
  'offerMove.planned': 'Plans under way for it:',
  'offerMove.done': 'The move of {{title}} is in the plan {{plan}}.',
  'offerMove.takeOut': 'Take out…',
  'offerMove.takeOutOf': 'Take out… {{what}}',
  'offerMove.takeOutAsk': 'Take {{what}} out of the plan?',
  'offerMove.takeOutConfirm': 'Take it out',
  'offerMove.takeOutEffect': 'It stays as it is. The rest of the plan goes on.',
  'offerMove.takeOutVoids':
    'The approvals that were given are void then; they are asked for again.',
  'offerMove.takeOutLast': 'The plan would bring nothing then: cancel the plan instead.',
  'offerMove.takenOut': 'Taken out of the plan: {{what}}.',
  'offerMove.brought': 'Changes of the structure, one by one',
} as const;
