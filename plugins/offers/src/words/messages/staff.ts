/** The parts of the pages for those who look after offers, and the pages of each. */
export const staffMessages = {
  'staff.demand': 'Demand',
  'staff.operations': 'Operations',
  'staff.reports': 'Reports',
  'staff.offers': 'Offers',
  'staff.prices': 'Change prices',
  'staff.priceLists': 'Price lists',
  'staff.parties': 'Parties',
  'staff.access': 'Who sees what',
  'staff.structure': 'Structure and views',
  'staff.list': 'List',
  'staff.board': 'Board',
  'staff.calendar': 'Calendar',
  'staff.standIns': 'Stand-ins',
  'staff.productReleases': 'Product releases',
  'staff.attention': 'To be looked at',
  'staff.releaseCalendar': 'Release calendar',
  'staff.figures': 'Figures',
  'staff.audit': 'Audit log',
  'staff.only': 'This page is for those who look after offers',
  'staff.onlyDo':
    'Your role does not include it. If it should, ask a catalog manager to add you to the right group.',
} as const;
