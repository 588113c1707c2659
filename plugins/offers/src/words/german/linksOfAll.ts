import type { linksOfAllMessages } from '../messages/linksOfAll';

/** Everybody's Slack accounts, in German. */
export const linksOfAllGerman: Record<keyof typeof linksOfAllMessages, string> = {
  'slack.everybody': 'Konten aller',
  'slack.everybodyNote':
    'Wer in Slack durch eine Verknüpfung als wer handelt. Konten, die nur das Verzeichnis kennt, stehen hier nicht.',
  'slack.find': 'Person oder Konto finden',
  'slack.findHow': 'Eine Person wie user:default/ada, oder eine Slack-Mitglieds-ID wie U0123ABCD',
  'slack.findOdd': 'Das ist weder eine Person noch eine Slack-Mitglieds-ID.',
  'slack.links': 'die verknüpften Konten',
  'slack.nobody': 'Niemand hat ein Konto verknüpft.',
  'slack.notFound': 'Keine Verknüpfung passt dazu.',
  'slack.user': 'Person',
  'slack.asAccount': 'Slack-Konto',
  'slack.workspace': 'Arbeitsbereich',
  'slack.since': 'Seit',
  'slack.end': 'Beenden',
  'slack.endOne': 'Verknüpfung von {{name}} in {{team}} beenden',
  'slack.endAsk': 'Verknüpfung von {{name}} beenden?',
  'slack.endEffect':
    'Spätestens nach fünf Minuten kann das Konto in Slack nichts mehr für {{user}} tun. In Slack wird ihm gesagt, dass Sie die Verknüpfung beendet haben und warum; das Protokoll hält beides fest.',
  'slack.ended': 'Die Verknüpfung ist beendet.',
  'slack.more': 'Mehr zeigen',
};
