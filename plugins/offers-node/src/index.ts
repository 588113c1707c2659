/**
 * What other backend modules plug into: offer sources and permission rules.
 *
 * @packageDocumentation
 */
export * from './permissions';
export * from './sources';
