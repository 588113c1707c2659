import {
  CallInput,
  CallOutput,
  OffersClient,
  OperationId,
} from '@offerdesk/backstage-plugin-offers-common';
import { randomUUID } from 'node:crypto';

/** Calls operations as somebody; the Idempotency-Key is new unless told. */
export type Caller = <Id extends OperationId>(
  id: Id,
  input: Omit<CallInput<Id>, 'idempotencyKey'> & { idempotencyKey?: string },
) => Promise<CallOutput<Id>>;

/**
 * Signs in to the sample portal as one of its people.
 *
 * @param portal - address of the portal, such as http://127.0.0.1:7007
 * @param name - the person, such as carla
 */
export async function signIn(portal: string, name: string): Promise<Caller> {
  const response = await fetch(`${portal}/api/auth/samplePeople/refresh`, {
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      'X-Offers-Sample-Person': `user:default/${name}`,
    },
  });
  if (!response.ok) {
    throw new Error(`${name} cannot sign in: the portal answered ${response.status}.`);
  }
  const { backstageIdentity } = (await response.json()) as { backstageIdentity: { token: string } };
  return callerWith(portal, backstageIdentity.token);
}

/** Calls operations with a token. */
export function callerWith(portal: string, token: string): Caller {
  const client = new OffersClient({ getBaseUrl: async id => `${portal}/api/${id}` }, { fetch });
  return (id, input) =>
    client.call(
      id,
      // The key is an optional extra of every input; the operation takes it or leaves it.
      { idempotencyKey: randomUUID(), ...input } as unknown as CallInput<typeof id>,
      { token, surface: 'portal' },
    );
}
