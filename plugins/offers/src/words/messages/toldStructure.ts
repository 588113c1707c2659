/** What the rules say in English of structure, ends and scenarios of plans, word for word. */
export const toldStructure = {
  'told.structure.catalogueNew': 'New catalogue {{name}}',
  'told.structure.catalogueChange': 'Change of the catalogue {{name}}',
  'told.structure.catalogueEnd': 'End of the catalogue {{name}}',
  'told.structure.categoryNew': 'New category {{name}}',
  'told.structure.categoryChange': 'Change of the category {{name}}',
  'told.structure.categoryMove': 'Move of the category {{name}}',
  'told.structure.categoryEnd': 'End of the category {{name}}',
  'told.structure.viewNew': 'New view {{name}}',
  'told.structure.viewChange': 'Change of the view {{name}}',
  'told.structure.viewEnd': 'End of the view {{name}}',
  'told.structure.offerMove': 'Move of the offer {{name}}',
  'told.structure.viewHolds': 'View {{name}}: offers in it',
  'told.structure.rest': 'The rest of the structure stays sound',
  'told.structure.agrees': 'Agrees with the other plans',
  'told.structure.before': 'The plan “{{plan}}” was asked for before: {{fault}}',
  'told.structure.leftInCategory':
    'There would still be offers in the category {{name}}: {{offers}}; say into which category they go, or bring their next versions in this plan.',
  'told.structure.leftInCatalogue':
    'There would still be offers in the catalogue {{name}}: {{offers}}; end them first, or move them into another catalogue in this plan.',
  'told.structure.references': 'References of: {{what}}',
  'told.structure.later': 'From {{when}}: {{fault}}',
  'told.structure.firstStays': 'The first catalogue stays: offers are in it unless told.',
  'told.structure.isCatalogue':
    'There is a catalogue {{name}} already; choose another name, or change that one.',
  'told.structure.isCategory':
    'There is a category {{name}} already; choose another name, or change that one.',
  'told.structure.isView':
    'There is a view {{name}} already; choose another name, or change that one.',
  'told.structure.noCatalogue':
    'There is no catalogue {{name}} then; create it first, or name another.',
  'told.structure.noCategory':
    'There is no category {{name}} then; create it first, or name another.',
  'told.structure.noView': 'There is no view {{name}} then; create it first, or name another.',
  'told.structure.noCategoryIn':
    'There is no category {{name}} in the catalogue {{catalogue}} then; name another.',
  'told.structure.twice': 'It would move twice at that instant; keep one of the moves.',
  'told.structure.twoPlans':
    'Two plans change the {{part}} {{name}} at the same instant; choose another date, or bring it in one plan.',
  'told.structure.catalogueGone':
    'The category {{name}} is in the catalogue {{catalogue}}, which is not there.',
  'told.structure.parentGone':
    'The category {{name}} is in the category {{parent}}, which is not there: move it, or keep {{kept}}.',
  'told.structure.apart': 'The categories {{name}} and {{parent}} are in different catalogues.',
  'told.structure.round': 'The category {{name}} would be in itself: {{path}}. Move it elsewhere.',
  'told.structure.deep':
    'The category {{name}} would stand {{deep}} deep, and {{most}} is the deepest.',
  'told.structure.intoGone':
    'The offers of the category {{name}} go into {{into}}, which is not there.',
  'told.structure.viewShows':
    'The view {{name}} shows what is not there: {{gone}}. Change the view.',
  'told.structure.viewWho':
    'Name the groups or people that may see the view {{name}}, or everyone.',
  'told.structure.moveOver':
    'It is not offered any more by then: take its move out, or plan it earlier.',
  'told.structure.moveThere':
    'It is in that catalogue by then already: take its move out, or name another catalogue.',
  'told.structure.moveLeft':
    'The category that it moves into ends on {{when}}, and its offers go nowhere: move it into another.',
  'told.structure.moveNamed':
    'Its version names the category {{category}} of that catalogue: move it into that one, or let the version name another.',
  'told.structure.mayMove': 'Ask somebody who edits offers both in {{from}} and in {{into}}',
  'told.structure.says': 'Say what changes',
  'told.structure.title': 'Give it a title',
  'told.structure.description': 'A description has at most 2,000 characters',
  'told.structure.most': 'Name at most {{most}}',
  'told.end.bundles': 'No bundle depends on it',
  'told.end.bundlesRemedy':
    'Bundles have it as a member: {{titles}}. Bring their next version without it, or end them too, in this plan.',
  'told.end.replacement': 'Replacement, or a reason for none',
  'told.end.replacementLate':
    'The replacement is not offered by then: publish it first, or bring it in this plan.',
  'told.end.replacementNone': 'Name the offer that replaces it, or say why none does.',
  'told.end.afterNotice': 'Ends after its notice',
  'told.end.afterNoticeRemedy':
    'Let the offer end after its notice and after the release date of the plan.',
  'told.end.promised': 'Promised notice',
  'told.end.promisedRemedy':
    'The terms promise {{days}} days of notice: give it by {{when}}, or end the offer later.',
  'told.end.subscriptions': 'What becomes of subscriptions',
  'told.end.itself':
    'An offer that ends cannot replace itself: name another one, or say why none replaces it.',
  'told.end.notBefore':
    'Move subscriptions no earlier than consumers are told that the offer ends.',
  'told.end.inTime': 'Move subscriptions no later than the offer ends.',
  'told.end.moveTo': 'Name the offer that subscriptions move to, or let them end with it.',
  'told.end.live': 'It has {{count}} live subscriptions.',
  'told.end.why': 'Say why the offer ends',
  'told.end.whyNothing': 'Say why nothing replaces it',
  'told.scenario.end': 'Name at least one offer that ends',
  'told.scenario.offer': 'Name at least one offer',
  'told.scenario.published': 'This offer has been published; plan its next version as a change',
  'told.scenario.unpublished': 'This offer has never been published; plan it as a new offer',
  'told.scenario.onlyEnd': 'Only a plan of the scenario terminate ends offers',
  'told.scenario.nothingToEnd': 'This offer has never been published, so there is nothing to end',
  'told.scenario.one': 'A plan does one thing with an offer: end it, or bring a version',
  'told.kept.are': 'Price lists and parties are kept',
  'told.kept.remedy':
    'Not kept, or retired: {{names}}. Refer to another, or take the reference out.',
  'told.kept.noteMost': 'A note has at most 2,000 characters',
} as const;
