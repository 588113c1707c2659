/**
 * Service Offers in the search of the portal: what everyone who is signed in may find, and nothing else.
 *
 * @packageDocumentation
 */
export { searchModuleOffers as default } from './module';
