import { WebClient } from '@slack/web-api';

/** A workspace that the bot can speak in, and who it is there. */
export interface Workspace {
  teamId: string;
  slack: WebClient;
  botToken: string;
  botId: string | undefined;
  botUserId: string | undefined;
}

/** The workspaces of the bot. */
export interface Workspaces {
  /**
   * Finds out who the bot is, for as long as it takes.
   *
   * @returns undefined when Slack or the portal does not answer: worth asking again
   * @throws WrongToken when the configuration does not fit
   */
  check(): Promise<'ready' | undefined>;
  /**
   * One of them; the first without an id.
   *
   * @throws NotInstalled where the app cannot speak; NoAnswer when the portal is silent
   */
  of(teamId: string | undefined): Promise<Workspace>;
  /** The app was taken out of a workspace. */
  left(teamId: string, why: 'app-uninstalled' | 'tokens-revoked'): Promise<void>;
}

/** The app was to be installed for a whole organisation (Enterprise Grid): its people are of workspaces. */
export class ForOrganisation extends Error {}

/** The app is not installed in a workspace; the message says what to do. */
export class NotInstalled extends Error {}
