/**
 * What other backend modules plug into: offer sources, permission rules, the roles of the configuration.
 *
 * @packageDocumentation
 */
export * from './permissions';
export * from './readRoleMapping';
export * from './sources';
