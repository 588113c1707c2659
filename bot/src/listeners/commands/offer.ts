import { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { askerOfCommand } from '../askers';
import { formOpener } from '../openForm';
import { answer, handlePrivately } from '../privately';
import { BotServices } from '../services';
import { helpCommand, isCommandWord, unknownCommandWords } from './help';
import { linkCommand, unlinkCommand } from './link';
import { OpenForm } from './offerCommand';
import { runOfferCommand } from './offerCommands';
import { searchCommand } from './search';

/** What the listener of the command reads of what Slack sends. */
export type CommandTyped = Pick<
  SlackCommandMiddlewareArgs & AllMiddlewareArgs,
  'ack' | 'command' | 'respond' | 'client'
>;

/** `/offer …` was typed. Every answer is for the person alone. */
export function offer(services: BotServices) {
  return async ({ ack, command, respond, client }: CommandTyped): Promise<void> => {
    await ack();
    const asker = askerOfCommand(command);
    const [word = 'help', rest = ''] = splitWord(command.text);
    const openForm = formOpener(services, client, command.trigger_id);
    const what = `/offer ${isCommandWord(word) ? word : '?'}`;
    await handlePrivately(services, { what, asker, respond, inTurn: true }, async () =>
      answer(respond, await answerTo(services, asker, { word, rest, openForm })),
    );
  };
}

function splitWord(text: string): [word: string | undefined, rest: string | undefined] {
  const match = /^\s*(\S+)\s*([\s\S]*?)\s*$/.exec(text ?? '');
  return [match?.[1], match?.[2]];
}

async function answerTo(
  services: BotServices,
  asker: Asker,
  { word: typedWord, rest, openForm }: { word: string; rest: string; openForm: OpenForm },
): Promise<Drawn | string> {
  const word = typedWord.toLowerCase();
  if (!isCommandWord(word)) return unknownCommandWords(unescape(typedWord), unescape(rest));
  if (word === 'help') return helpCommand(services, asker);
  const typed = unescape(rest);
  if (word === 'link') return linkCommand(services, asker, typed);
  if (word === 'unlink') return unlinkCommand(services, asker);
  return word === 'search'
    ? searchCommand(services, asker, typed)
    : runOfferCommand(word, services, asker, typed, openForm);
}

/** Slack sends what was typed with its three control characters escaped; mentions stay as they are. */
function unescape(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
