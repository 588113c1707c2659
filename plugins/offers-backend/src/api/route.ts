import { CallOutput, OperationId, Operations } from '@offerdesk/backstage-plugin-offers-common';
import { z } from 'zod';
import { Actor, Service } from '../context';

type Parsed<T, K extends string> = K extends keyof T
  ? T[K] extends z.ZodType
    ? z.output<T[K]>
    : undefined
  : undefined;

/** A request after its schema: everything is of the type that the operation says. */
export interface RouteRequest<Id extends OperationId> {
  params: Parsed<Operations[Id], 'params'>;
  query: Parsed<Operations[Id], 'query'>;
  body: Parsed<Operations[Id], 'body'>;
  /** the Idempotency-Key; empty where the operation has none */
  key: string;
  /** the revision of If-Match; 0 where the operation has none */
  revision: number;
}

type Person = { actor: Actor; service?: undefined };
type Machine = { actor?: undefined; service: Service };

/** Who calls: either a person, or a service. */
export type Caller = Person | Machine;

/** Who may call, by what the operation says. */
interface CallerOf {
  user: Person;
  anyone: Person;
  service: Machine;
  'user-or-service': Caller;
}

/** Answers an operation. */
export type Handler<Id extends OperationId> = (
  request: RouteRequest<Id> & CallerOf[Operations[Id]['caller']],
) => Promise<CallOutput<Id>>;

/** The handlers of some operations; the router has one for each, or it does not compile. */
export type Handlers<Id extends OperationId> = { [K in Id]: Handler<K> };
