/** What the rules say in English of what gates ask for, word for word: a sentence is known by it. */
export const toldGates = {
  'told.gate.owner': 'Owner',
  'told.gate.ownerRemedy':
    'Name the group that owns the offer, such as group:default/platform-team.',
  'told.gate.summary': 'Summary',
  'told.gate.summaryRemedy': 'Say in a sentence what a consumer gets.',
  'told.gate.category': 'Category',
  'told.gate.categoryNone': 'Choose a category, so that consumers find the offer.',
  'told.gate.categoryUnknown':
    'The category {{category}} is not configured; choose one of the list.',
  'told.gate.categoryEnds':
    'The category {{category}} ends on {{when}}, and its offers go nowhere; choose another.',
  'told.gate.see': 'Who may see it',
  'told.gate.seeRemedy': 'Name the groups or people that may see the offer, or everyone.',
  'told.gate.order': 'Who may order it',
  'told.gate.orderRemedy': 'Name the groups or people that may order the offer, or everyone.',
  'told.gate.price': 'Price',
  'told.gate.priceRemedy':
    'Add a price list with at least one charge; a free offer has a charge of 0.',
  'told.gate.priceOfMembers':
    'The members have no currency in common: give each a price in the same one, or the bundle a price of its own.',
  'told.gate.cost': 'Cost',
  'told.gate.costRemedy': 'Add what providing the offer costs; 0 if nothing.',
  'told.gate.costUnmatched':
    'Price lists and costs need the same currencies, so that the margin can be judged: {{currencies}} has only one of the two.',
  'told.gate.margin': 'Margin at or over the floor',
  'told.gate.marginRemedy': 'Add price and cost, so that the margin can be judged.',
  'told.gate.marginUnder':
    'The margin is under the floor of {{percent}} % in {{currencies}}: raise the price or lower the cost.',
  'told.gate.terms': 'Delivery terms',
  'told.gate.termsRemedy': 'Write the delivery terms and the lead time in days.',
  'told.gate.options': 'Options',
  'told.gate.fulfilment': 'Fulfilment plan',
  'told.gate.fulfilmentRemedy': 'Say how an order is fulfilled, and by which party.',
  'told.gate.support': 'Support plan',
  'told.gate.supportRemedy': 'Say how support requests are handled, and by which party.',
  'told.gate.decommission': 'Decommission plan',
  'told.gate.decommissionRemedy': 'Say how what is provided will be taken down again.',
  'told.gate.runbook': 'Self-service runbook',
  'told.gate.runbookRemedy': 'Link the runbook that consumers follow by themselves.',
  'told.gate.knowledge': 'Knowledge document',
  'told.gate.knowledgeRemedy': 'Link at least one document that explains the service.',
  'told.gate.training': 'Customer training',
  'told.gate.trainingRemedy':
    'Link the training that consumers must take, or say that none is required.',
  'told.gate.ends': 'Ends after it begins',
  'told.gate.endsRemedy':
    'The offer would end before it begins: move its end, or the release date.',
  'told.gate.releaseDate': 'Release date',
  'told.gate.releaseDateRemedy': 'Plan a release date.',
  'told.gate.difference': 'Something changes',
  'told.gate.differenceRemedy':
    'The draft says what the live version says: change something, or take it out.',
  'told.gate.membersExist': 'Members exist',
  'told.gate.membersExistRemedy':
    'No offer stands behind {{steps}}: choose another, or take the step out.',
  'told.gate.membersLive': 'Members are offered',
  'told.gate.membersLiveRemedy':
    'Not offered by then: {{titles}}. Publish them first, or bring them in this plan.',
  'told.gate.membersAwaited':
    'Not known before its members are offered, and nothing is by then of {{titles}}: publish that first, or bring it in this plan.',
  'told.gate.breaksBundles': 'Bundles tell it what it asks for',
  'told.gate.breaksBundlesRemedy':
    'It asks for more than these bundles tell it: {{titles}}. Bring their next version in this plan, or give its options a default.',
  'told.gate.acyclic': 'No bundle within itself',
  'told.gate.acyclicRemedy':
    'The bundle would hold itself, by way of {{titles}}: take one of them out.',
  'told.gate.steps': 'Steps in order',
  'told.gate.stepKeys': 'Give each step a key of its own.',
  'told.gate.stepUnknown': 'No step is called {{step}}; let steps wait for others only.',
  'told.gate.stepRound': 'The steps {{steps}} wait for each other; take one of the waits out.',
  'told.gate.stepSelf': 'A step cannot wait for itself.',
  'told.gate.choices': 'Choices that can be made',
  'told.gate.choiceKeys': 'Give each choice a key of its own.',
  'told.gate.choiceLost': 'The step {{step}} belongs to the choice {{choice}}, which is not there.',
  'told.gate.choiceShort':
    'The choice {{choice}} asks for more steps than it has; add steps to it.',
  'told.gate.mapping': 'Options of members are filled',
  'told.gate.mappingUnknown': 'The member of step {{step}} has no option {{option}}.',
  'told.gate.mappingFrom':
    'The bundle has no option {{from}}, which step {{step}} takes {{option}} from.',
  'told.gate.mappingEmpty': 'Step {{step}} leaves the required option {{option}} empty: map it.',
  'told.gate.mappingChoice':
    'The member of step {{step}} is a bundle of which something has to be chosen, and within a bundle nobody can: give it steps that it always has, or take it out.',
  'told.gate.rule': 'Price rule',
  'told.gate.ruleRemedy':
    'The bundle has a price of its own: add its price lists, or let it be the sum.',
  'told.gate.audience': 'Members for the same audience',
  'told.gate.audienceRemedy':
    'Not named among those who may order a member: {{names}}. They can order the bundle only if another of their groups is.',
  'told.gate.valid': 'Content is valid',
  'told.gate.validRemedy': 'Open the draft and mend the fields that are marked.',
  'told.gate.resolve': 'Options resolve',
  'told.gate.references': 'References resolve in the software catalogue',
  'told.gate.referencesRemedy':
    'Not found in the software catalogue: {{refs}}. Register them, or take them out.',
  'told.gate.within': 'Content is what was approved',
  'told.gate.withinRemedy': 'The content changed after the approval: submit the plan again.',
  'told.gate.informed': 'Those concerned were told the date',
  'told.gate.informedRemedy':
    'Tell Operations, Support and the Consumer managers the release date.',
  'told.gate.existing': 'Prices for subscriptions that exist',
  'told.gate.existingRemedy':
    'They would begin before the release, for what was paid already: move their date, or take it out.',
  'told.gate.validity': 'Validity is now or ahead',
  'told.gate.validityRemedy':
    'The version would have ended before it begins: move its end, or take it out.',
  'told.gate.rings': 'Rings grow',
  'told.gate.ringsRemedy': 'Let no ring have a smaller percentage than the one before it.',
  'told.gate.oneInRings': 'One version at a time in rings',
  'told.gate.oneInRingsRemedy':
    'Version {{number}} is still in its rings by then: promote it to everybody or roll it back, or release this one without rings.',
  'told.gate.deployed': 'Needed product releases are deployed',
  'told.gate.deployedRemedy':
    'It will be held, and cannot be ordered, until these are deployed: {{releases}}.',
  'told.gate.endsOne': 'At least one offer that ends',
  'told.gate.endsOneRemedy': 'Name the offers that end.',
  'told.gate.bundleOne': 'A bundle',
  'told.gate.bundleOneRemedy': 'Give one of the offers members: a bundle is ordered as one.',
  'told.gate.offerOne': 'At least one offer',
  'told.gate.offerOneRemedy': 'Add an offer to the plan.',
} as const;
