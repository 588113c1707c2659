import { linksOfAllGerman } from './linksOfAll';
import type { slackMessages } from '../messages/slack';

/** German for the pages on Slack, and on what a person wants to hear there. */
export const slackGerman: Record<keyof typeof slackMessages, string> = {
  ...linksOfAllGerman,
  'slack.lede':
    'Ein verknüpftes Slack-Konto handelt als Sie: Es genehmigt, veröffentlicht und bestellt nichts, was Sie nicht auch hier könnten.',
  'slack.linked': 'Verknüpfte Konten',
  'slack.accounts': 'Ihre Konten',
  'slack.none': 'Kein Konto ist verknüpft',
  'slack.noneWhy':
    'Verknüpfen Sie eines auf einem der beiden Wege unten. Ein Konto kann auch aus dem Verzeichnis bekannt sein; das steht nicht hier.',
  'slack.account': '{{name}} ({{id}}) im Arbeitsbereich {{team}}, seit {{when}}',
  'slack.unlink': 'Trennen',
  'slack.unlinkOne': '{{name}} in {{team}} trennen',
  'slack.unlinkAsk': '{{name}} trennen?',
  'slack.unlinkWhat':
    'Innerhalb von fünf Minuten kann das Konto in Slack nichts mehr für Sie tun. Sie können es jederzeit wieder verknüpfen.',
  'slack.toTitle': 'Mein Slack verknüpfen',
  'slack.toHow':
    'Holen Sie hier einen Code, und geben Sie ihn in Slack mit dem Konto ein, das Sie verknüpfen wollen.',
  'slack.toType':
    'Geben Sie {{command}} in einem beliebigen Kanal von Slack ein. Der Code gilt einmal, bis {{when}}. Geben Sie ihn niemandem.',
  'slack.getCode': 'Code holen',
  'slack.anotherCode': 'Neuen Code holen',
  'slack.fromTitle': 'Ein Code aus Slack',
  'slack.code': 'Code',
  'slack.codeHow': 'Geben Sie in Slack /offer link ein, und hier den Code, den Sie dort sehen.',
  'slack.check': 'Code prüfen',
  'slack.isLinked': 'Das Konto ist verknüpft.',
  'slack.ask': 'Sind Sie das?',
  'slack.yes': 'Ja, mein Konto verknüpfen',
  'slack.askWho':
    'Das Slack-Konto {{name}} ({{id}}) im Arbeitsbereich {{team}} wird als Sie handeln.',
  'slack.askCare':
    'Verknüpfen Sie es nur, wenn es Ihres ist und Sie dort eben selbst {{command}} eingegeben haben. Hat Ihnen jemand den Code gegeben, gehen Sie zurück, und sagen Sie es denen, die das Portal betreiben.',
  'watch.watch': '{{title}} beobachten: in Slack davon hören',
  'watch.unwatch': '{{title}} nicht mehr beobachten',
  'watch.begun': 'Sie hören sofort, was zu {{title}} angekündigt wird.',
  'watch.ended': 'Sie beobachten {{title}} nicht mehr.',
  'hear.title': 'Was ich höre',
  'hear.lede':
    'Was der Bot Ihnen in Slack persönlich sagt. Genehmigungen kommen immer persönlich, und Kanäle hören, was für alle in ihnen ist.',
  'hear.loading': 'Ihre Wünsche',
  'hear.kinds': 'Nach Art',
  'hear.upcoming': 'Was kommt, wo ich es wissen muss',
  'hear.available': 'Neue Angebote',
  'hear.changed': 'Änderungen an Angeboten',
  'hear.ending': 'Angebote, die auslaufen',
  'hear.ended': 'Angebote, die ausgelaufen sind',
  'hear.promotion': 'Einen Blick wert',
  'hear.now': 'Sofort',
  'hear.daily': 'In einer täglichen Übersicht',
  'hear.weekly': 'In einer wöchentlichen Übersicht',
  'hear.off': 'Nicht persönlich',
  'hear.when': 'Wann',
  'hear.time': 'Übersichten kommen um',
  'hear.weekday': 'Wöchentliche am',
  'hear.kept': 'Gespeichert.',
  'quiet.title': 'Ruhezeiten',
  'quiet.why':
    'Was der Bot Ihnen darin persönlich sagen würde, kommt danach, einmal. Was dann zu spät wäre, kommt sofort. Die Uhrzeiten gelten in {{zone}}.',
  'quiet.whose': 'Ich möchte Ruhe haben',
  'quiet.byPolicy': 'Wie in meiner Organisation',
  'quiet.policy': 'In Ihrer Organisation ist von {{from}} bis {{until}} Uhr Ruhe.',
  'quiet.policyWeekends':
    'In Ihrer Organisation ist von {{from}} bis {{until}} Uhr Ruhe, samstags und sonntags ganztägig.',
  'quiet.noPolicy': 'Ihre Organisation hat keine Ruhezeiten.',
  'quiet.own': 'Zu eigenen Zeiten',
  'quiet.from': 'Von',
  'quiet.until': 'Bis',
  'quiet.untilNext': 'Bis zum nächsten Tag um',
  'quiet.weekends': 'Auch samstags und sonntags ganztägig',
  'quiet.approvals':
    'Genehmigungen warten nie: Sie werden sofort gefragt, auch in Ihren eigenen Ruhezeiten.',
  'quiet.approvalsByPolicy':
    'Genehmigungen warten nur in den Ruhezeiten Ihrer Organisation, nicht in Ihren eigenen.',
  'hear.watched': 'Angebote, die ich beobachte',
  'hear.watchedWhy': 'Von diesen hören Sie sofort, was immer Sie sich nach Art wünschen.',
  'hear.watchedLoading': 'Die Angebote, die Sie beobachten',
  'hear.none': 'Sie beobachten kein Angebot',
  'hear.noneWhy': 'Die Glocke an einem Angebot sagt Ihnen sofort, was dazu angekündigt wird.',
  'hear.gone': 'Ein Angebot, das Ihnen jetzt nicht offensteht',
  'hear.notLinked':
    'Kennt der Bot Sie in Slack nicht, verknüpfen Sie zuerst Ihr Konto: Bis dahin erreicht Sie nichts.',
  'hear.link': 'Mein Slack verknüpfen',
};
