/**
 * Stores Service Offers and decides what may be done with them.
 *
 * @packageDocumentation
 */
export { offersPlugin as default } from './plugin';
