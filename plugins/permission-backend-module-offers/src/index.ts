/**
 * A permission policy for Service Offers from the roles in the configuration.
 *
 * @packageDocumentation
 */
export { decideOffers } from './decideOffers';
export { permissionModuleOffers as default } from './module';
