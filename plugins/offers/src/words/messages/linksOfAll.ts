/** The part of the page of Slack accounts for those who look after everybody's. */
export const linksOfAllMessages = {
  'slack.everybody': 'Everybody’s accounts',
  'slack.everybodyNote':
    'Who acts as whom in Slack by a link. Accounts that only the directory knows are not here.',
  'slack.find': 'Find a person or account',
  'slack.findHow': 'A user such as user:default/ada, or a Slack member ID such as U0123ABCD',
  'slack.findOdd': 'That is neither a user nor a Slack member ID.',
  'slack.links': 'the linked accounts',
  'slack.nobody': 'Nobody has linked an account.',
  'slack.notFound': 'No link fits that.',
  'slack.user': 'User',
  'slack.asAccount': 'Slack account',
  'slack.workspace': 'Workspace',
  'slack.since': 'Since',
  'slack.end': 'End',
  'slack.endOne': 'End the link of {{name}} in {{team}}',
  'slack.endAsk': 'End the link of {{name}}?',
  'slack.endEffect':
    'Within five minutes the account can do nothing for {{user}} in Slack any more. It is told in Slack that you ended the link, and why; the log keeps both.',
  'slack.ended': 'The link is ended.',
  'slack.more': 'Show more',
} as const;
