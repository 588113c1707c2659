/**
 * Development only: signs a person in as one of the sample people of the configuration.
 *
 * @packageDocumentation
 */
export { authModuleSamplePeopleProvider as default } from './module';
