import type { conversationMessages } from '../messages/conversation';

/** German for what is said about a plan. */
export const conversationGerman: Record<keyof typeof conversationMessages, string> = {
  'talk.title': 'Fragen und Antworten',
  'talk.note':
    'Hier oder in den Threads in Slack geschrieben. Fragen erreichen, wer die Genehmigung beantragt hat, Antworten erreichen, wer gefragt hat.',
  'talk.loading': 'Was gesagt wurde',
  'talk.none': 'Noch hat niemand etwas gefragt.',
  'talk.latest': 'Nur die letzten {{number}} werden gezeigt.',
  'talk.waits': 'Wartet auf Antwort',
  'talk.answers': 'Antworten an {{who}}',
  'talk.answer': 'Antworten',
  'talk.answerTo': 'Antworten auf das, was {{who}} sagte: {{text}}',
  'talk.answering': 'Sie antworten {{who}}: „{{text}}“',
  'talk.notAnswering': 'Stattdessen etwas Neues sagen',
  'talk.yourAnswer': 'Ihre Antwort',
  'talk.yours': 'Ihre Frage oder Anmerkung',
  'talk.keys': 'Strg und Eingabe senden ab.',
  'talk.send': 'Senden',
  'talk.sent': 'Gesendet.',
};
