import { staffMessages } from './staff';

/** The words of what stands around every page, and of parts that many pages use. */
export const shellMessages = {
  ...staffMessages,
  'shell.offers': 'Offers',
  'shell.catalogue': 'Catalogue',
  'shell.manage': 'Manage',
  'shell.plans': 'Plans',
  'shell.sources': 'Sources',
  'shell.slack': 'Slack',
  'shell.roles': 'your roles',
  'shell.page': 'the page',
  'shell.nothingHere': 'Nothing here',
  'shell.nothingVisible': 'There is nothing here that you can see',
  'shell.mistyped': 'The address may be mistyped. The catalogue is one tab away.',
  'shell.mistypedOrClosed': 'The address may be mistyped, or what was here is not open to you.',
  'parts.loading': 'Loading {{what}}…',
  'parts.tryAgain': 'Try again',
  'parts.unreachable': 'The server could not be reached. Check your connection and try again.',
  'parts.everyone': 'Everyone',
  'parts.showAll': 'Show all {{number}}',
  'parts.showFewer': 'Show fewer',
  'parts.close': 'Close',
  'parts.back': 'Back',
  'change.said': '{{said}}',
  'problem.said': '{{said}}',
  'parts.external': 'external',
} as const;
