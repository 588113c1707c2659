/**
 * What other backend modules plug into: offer sources, the event of product releases, permission rules, the
 * roles of the configuration.
 *
 * @packageDocumentation
 */
export * from './approval';
export * from './permissions';
export * from './productReleases';
export * from './readRoleMapping';
export * from './sources';
