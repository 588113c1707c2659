import { Caller, TestPortal } from '../../__testUtils__/portal';

/** One way of calling a changing operation, and what it leaves in the log. */
export interface Change {
  /** what sets it apart from the operation's other rows */
  label?: string;
  /** who calls: a person of the tests, or a service */
  by: string;
  /** brings about what it needs; gives the call itself */
  prepare(portal: TestPortal): Promise<(call: Caller) => Promise<unknown>>;
  /** the actions of the entries, in their order */
  leaves: readonly string[];
  /** who the entries say it was, where that is not the person */
  actor?: string;
  /** where they say it was, where that is not where the person was */
  surface?: string;
  /** the reason that was given, which the first entry keeps */
  reason?: string;
}
