/**
 * Development only: the sign-in page that offers the sample people of the configuration.
 *
 * @packageDocumentation
 */
export { samplePeopleModule as default } from './module';
