import { linksOfAllMessages } from './linksOfAll';

/** The words of the pages on Slack, and on what a person wants to hear there. */
export const slackMessages = {
  ...linksOfAllMessages,
  'slack.lede':
    'A linked Slack account acts as you: it approves, publishes and orders nothing that you could not do here.',
  'slack.linked': 'Linked accounts',
  'slack.accounts': 'your accounts',
  'slack.none': 'No account is linked',
  'slack.noneWhy':
    'Link one in either of the ways below. An account may also be known from the directory; that is not shown here.',
  'slack.account': '{{name}} ({{id}}) in the workspace {{team}}, since {{when}}',
  'slack.unlink': 'Unlink',
  'slack.unlinkOne': 'Unlink {{name}} in {{team}}',
  'slack.unlinkAsk': 'Unlink {{name}}?',
  'slack.unlinkWhat':
    'Within five minutes the account can do nothing for you in Slack any more. You can link it again at any time.',
  'slack.toTitle': 'Link my Slack',
  'slack.toHow': 'Get a code here, and type it in Slack with the account that you want to link.',
  'slack.toType':
    'Type {{command}} in any channel of Slack. It counts once, until {{when}}. Give it to nobody.',
  'slack.getCode': 'Get a code',
  'slack.anotherCode': 'Get another code',
  'slack.fromTitle': 'A code from Slack',
  'slack.code': 'Code',
  'slack.codeHow': 'Type /offer link in Slack, and the code that it shows you here.',
  'slack.check': 'Check the code',
  'slack.isLinked': 'The account is linked.',
  'slack.ask': 'Is this you?',
  'slack.yes': 'Yes, link my account',
  'slack.askWho': 'The Slack account {{name}} ({{id}}) in the workspace {{team}} will act as you.',
  'slack.askCare':
    'Link it only if it is yours and you have just typed {{command}} there yourself. If somebody gave you the code, go back, and tell the people who run the portal.',
  'watch.watch': 'Watch {{title}}: hear of it in Slack',
  'watch.unwatch': 'Watch {{title}} no more',
  'watch.begun': 'You hear at once what is announced of {{title}}.',
  'watch.ended': 'You watch {{title}} no more.',
  'hear.title': 'What I hear',
  'hear.lede':
    'What the bot tells you in person in Slack. Approvals always come in person, and channels hear what is for all of them.',
  'hear.loading': 'your wishes',
  'hear.kinds': 'By kind',
  'hear.upcoming': 'What is coming, where I have to know',
  'hear.available': 'New offers',
  'hear.changed': 'Changes of offers',
  'hear.ending': 'Offers that end',
  'hear.ended': 'Offers that have ended',
  'hear.promotion': 'Worth a look',
  'hear.now': 'At once',
  'hear.daily': 'In a daily digest',
  'hear.weekly': 'In a weekly digest',
  'hear.off': 'Not in person',
  'hear.when': 'When',
  'hear.time': 'Digests come at',
  'hear.weekday': 'Weekly ones on',
  'hear.quiet':
    'Where your organisation has quiet hours, messages wait until they are over in this time zone.',
  'hear.kept': 'Kept.',
  'hear.watched': 'Offers that I watch',
  'hear.watchedWhy': 'You hear of these at once, whatever you wish by kind.',
  'hear.watchedLoading': 'the offers that you watch',
  'hear.none': 'You watch no offer',
  'hear.noneWhy': 'The bell on an offer tells you at once what is announced of it.',
  'hear.gone': 'An offer that is not open to you now',
  'hear.notLinked':
    'If the bot does not know you in Slack, link your account first: nothing can reach you until then.',
  'hear.link': 'Link my Slack',
} as const;
