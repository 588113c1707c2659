/** The words of what is said about a plan. */
export const conversationMessages = {
  'talk.title': 'Questions and answers',
  'talk.note':
    'Written here or in the threads in Slack. Questions reach who asked for the release, answers reach who asked the question.',
  'talk.loading': 'what was said',
  'talk.none': 'Nobody has asked anything yet.',
  'talk.latest': 'Only the latest {{number}} are shown.',
  'talk.waits': 'Waits for an answer',
  'talk.answers': 'Answers to {{who}}',
  'talk.answer': 'Answer',
  'talk.answerTo': 'Answer what {{who}} said: {{text}}',
  'talk.answering': 'You answer {{who}}: “{{text}}”',
  'talk.notAnswering': 'Say something new instead',
  'talk.yourAnswer': 'Your answer',
  'talk.yours': 'Your question or remark',
  'talk.keys': 'Ctrl and Enter send it.',
  'talk.send': 'Send',
  'talk.sent': 'It is sent.',
} as const;
