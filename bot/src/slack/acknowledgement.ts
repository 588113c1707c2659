import { ServerResponse } from 'node:http';

/**
 * The kinds whose status alone Slack waits for: they are acknowledged before anything is begun. Of the others (a form that
 * was sent, options of a menu) the listener makes the answer.
 */
const BARE_KINDS: readonly unknown[] = [
  'block_actions',
  'event_callback',
  'message_action',
  'shortcut',
  'view_closed',
];

/** Whether Slack waits for nothing but to know that this was heard. */
export function isBare(said: Readonly<Record<string, unknown>>): boolean {
  return typeof said.command === 'string' || BARE_KINDS.includes(said.type);
}

/** The one answer to a request of Slack. */
export class Acknowledgement {
  private isGiven = false;
  private isWanted = false;

  /** @param given - hears when it is given */
  constructor(
    private readonly response: Pick<ServerResponse, 'writeHead' | 'end'>,
    private readonly given: () => void,
  ) {}

  /** Whether a listener has heard the request: it is who acknowledges. */
  get isHeard(): boolean {
    return this.isWanted;
  }

  /** What a listener calls; when it was given before, nothing is left to be said. */
  readonly byListener = async (content?: unknown): Promise<void> => {
    this.isWanted = true;
    this.give(200, content);
  };

  /** Answers, unless that was done. */
  give(status: number, content?: unknown): void {
    if (this.isGiven) return;
    this.isGiven = true;
    if (content === undefined || content === '') this.response.writeHead(status).end();
    else if (typeof content === 'string') this.response.writeHead(status).end(content);
    else {
      this.response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(content));
    }
    if (status === 200) this.given();
  }
}
