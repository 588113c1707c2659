import {
  CallInput,
  CallOptions,
  CallOutput,
  OffersClient,
  OffersProblem,
  OperationId,
} from '@offerdesk/backstage-plugin-offers-common';
import { Asker } from '../identity/asker';
import { PersonTokens } from '../identity/tokens';
import { pause } from '../time';
import { CatalogueNames, Names } from './names';
import { NoAnswer } from './noAnswer';

/** Calls of the API in the name of a person who has just asked for something in Slack. */
export interface PersonOffers {
  /** Makes sure that the person is somebody, before anything about them is used. */
  signIn(): Promise<void>;
  call<Id extends OperationId>(id: Id, input: CallInput<Id>): Promise<CallOutput<Id>>;
  /** What people and groups are called, as the person may know it. Never throws. */
  names(refs: readonly string[]): Promise<Names>;
}

/** Where to reach the API, and how patiently. */
export interface OffersOptions {
  baseUrl: string;
  /** how long one attempt may take, ms */
  timeoutMs: number;
  /** pauses between the attempts of an unclear call, ms; as many retries as pauses */
  retryPausesMs: readonly number[];
}

/** The client of the portal that bot and worker share. */
export function offersClient(baseUrl: string): OffersClient {
  return new OffersClient(
    { getBaseUrl: async pluginId => `${baseUrl}/api/${pluginId}` },
    { fetch: (url, init) => fetch(url, init) },
  );
}

/**
 * The API as a Slack person: their token, surface `slack`. A call without a clear answer is made again
 * with the same idempotency key, so that it takes effect once (rule 5).
 */
export class OffersAsPerson {
  constructor(
    private readonly client: OffersClient,
    private readonly tokens: PersonTokens,
    private readonly options: Pick<OffersOptions, 'timeoutMs' | 'retryPausesMs'>,
    private readonly known: Pick<CatalogueNames, 'of'>,
  ) {}

  /** The API in this person's name. Resolving the person may refuse: see {@link PersonTokens}. */
  for(asker: Asker): PersonOffers {
    return {
      signIn: async () => {
        await this.tokens.tokenOf(asker);
      },
      call: (id, input) => this.callAs(asker, id, input),
      names: async refs => {
        const token = await this.tokens.tokenOf(asker).catch(() => undefined);
        return token === undefined ? new Map() : this.known.of(token, refs);
      },
    };
  }

  private async callAs<Id extends OperationId>(
    asker: Asker,
    id: Id,
    input: CallInput<Id>,
  ): Promise<CallOutput<Id>> {
    const token = await this.tokens.tokenOf(asker);
    try {
      return await this.callUntilClear(id, input, { token, surface: 'slack' });
    } catch (error) {
      if (!(error instanceof OffersProblem) || error.status !== 401) throw error;
      // The portal's signing keys changed under a token that we kept.
      this.tokens.forget(asker);
      const fresh = await this.tokens.tokenOf(asker);
      return this.callUntilClear(id, input, { token: fresh, surface: 'slack' });
    }
  }

  private async callUntilClear<Id extends OperationId>(
    id: Id,
    input: CallInput<Id>,
    options: CallOptions,
  ): Promise<CallOutput<Id>> {
    const pauses = [...this.options.retryPausesMs];
    for (;;) {
      try {
        const signal = AbortSignal.timeout(this.options.timeoutMs);
        return await this.client.call(id, input, { ...options, signal });
      } catch (error) {
        if (isClear(error)) throw error;
        const pauseMs = pauses.shift();
        if (pauseMs === undefined) throw new NoAnswer(error);
        await pause(pauseMs);
      }
    }
  }
}

/** Whether an error is the backend's word on the matter, not a failure on the way to it. */
export function isClear(error: unknown): error is OffersProblem {
  return error instanceof OffersProblem && error.status < 500;
}

/** Whether it is the backend's word, and nothing that is typed otherwise in the form that was sent could change it. */
export function isFinal(error: unknown): boolean {
  return isClear(error) && error.status !== 400;
}
