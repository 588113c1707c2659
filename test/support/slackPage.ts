import { WebSocket } from 'undici';

/** A modal or an App Home as the workspace shows it. */
export interface SlackView {
  id: string;
  callback_id?: string;
  private_metadata?: string;
  blocks: readonly object[];
}

interface Heard {
  t: string;
  user?: string;
  stack?: SlackView[];
  view?: SlackView;
}

/** The page of the local workspace: what only its socket tells and takes. */
export class SlackPage {
  private stack: readonly SlackView[] = [];
  private readonly homes = new Map<string, SlackView>();

  private constructor(private readonly socket: WebSocket) {
    socket.addEventListener('message', ({ data }) => this.heard(JSON.parse(String(data))));
  }

  static async open(url: string): Promise<SlackPage> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ui`);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error('The workspace has no page')));
    });
    return new SlackPage(socket);
  }

  /** The modal that is open. */
  get modal(): SlackView | undefined {
    return this.stack.at(-1);
  }

  /** The App Home of a person, as it was drawn last. */
  home(user: string): SlackView | undefined {
    return this.homes.get(user);
  }

  /** Opens the App Home. */
  openHome(user: string): void {
    this.socket.send(JSON.stringify({ t: 'open_home', user }));
  }

  /** Sends the modal that is open; values by block and action. */
  submit(user: string, values: Readonly<Record<string, Record<string, object>>>): void {
    this.socket.send(JSON.stringify({ t: 'view_submit', user, values }));
  }

  close(): void {
    this.socket.close();
  }

  private heard({ t, user, stack, view }: Heard): void {
    if (t === 'view') this.stack = stack ?? [];
    if (t === 'home' && user && view) this.homes.set(user, view);
  }
}
