/**
 * Cloud catalogues as offer sources: reads what an Open Service Broker offers and hands each of its
 * plans to the import as a draft offer.
 *
 * @packageDocumentation
 */
export { offersModuleOpenServiceBroker as default } from './module';
