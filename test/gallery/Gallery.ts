import { SlackMessage } from '../support/slack';
import { ids, Name, World } from '../journeys/slack/World';
import { Camera } from './Camera';

const PEOPLE: Readonly<Record<Name, string>> = {
  carla: 'Carla Mendes',
  ravi: 'Ravi Shah',
  mia: 'Mia Okafor',
  nils: 'Nils Berg',
  ada: 'Ada Keller',
  ben: 'Ben Osei',
  otto: 'Otto Lind',
  sam: 'Sam Roth',
};

/** The workspace and who takes its pictures. A state that cannot be reached is told, and the others are taken all the same. */
export class Gallery {
  /** the words of every picture, to be read aloud, and what could not be brought up */
  readonly words: string[] = [];

  constructor(
    readonly world: World,
    readonly camera: Camera,
  ) {}

  /** Brings some states up and takes their pictures. */
  async scene(name: string, work: () => Promise<void>): Promise<void> {
    await work().catch(error => this.words.push(`!!! ${name}: ${String(error).slice(0, 300)}`));
  }

  /** What a channel or a person was told, as somebody sees it. */
  async channel(name: string, channel: 'approvals' | 'offers', words: string, who: Name = 'carla') {
    await this.world.hears(channel, words);
    const title = channel === 'approvals' ? 'release-approvals' : 'platform-offers';
    this.note(name, await this.camera.message(name, who, title, words));
  }

  /** What the bot told somebody in person. */
  async inPerson(name: string, who: Name, ...words: string[]): Promise<SlackMessage> {
    const message = await this.world.hears(who, ...words);
    this.note(name, await this.camera.message(name, who, PEOPLE[who], words.at(-1) ?? ''));
    return message;
  }

  /** Types `/offer`, and shows the answer. */
  async command(name: string, who: Name, text: string): Promise<SlackMessage> {
    const message = await this.world.slack.command(ids[who], text);
    this.note(name, await this.camera.latest(name, who, 'general'));
    return message;
  }

  /** The Home tab of the bot. */
  async home(name: string, who: Name): Promise<void> {
    this.note(name, await this.camera.home(name, who));
  }

  /** The thread under the latest card that has some words. */
  async thread(name: string, words: string): Promise<void> {
    this.note(name, await this.camera.thread(name, 'mia', 'release-approvals', words));
  }

  /** The form that is open, once it says something. */
  async form(name: string, ...words: string[]): Promise<void> {
    await this.world.modal(...words);
    this.note(name, await this.camera.modal(name));
  }

  /** Sends the form that is open, and shows what it says then. */
  async sends(
    name: string,
    who: Name,
    values: Readonly<Record<string, object>>,
    ...words: string[]
  ) {
    await this.world.sends(who, values, ...words);
    await this.form(name, ...words);
  }

  /** What only the test hears: answers to signed presses. */
  said(name: string, answer: object): void {
    this.note(name, JSON.stringify(answer));
  }

  private note(name: string, words: string): void {
    this.words.push(`##### ${name}\n${words}`);
  }
}
