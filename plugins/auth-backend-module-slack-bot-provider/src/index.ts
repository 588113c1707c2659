/**
 * A Slack person becomes a Backstage user: an auth provider that turns the signed assertion of
 * the Offerdesk bot into a Backstage token of that person.
 *
 * @packageDocumentation
 */
export { authModuleSlackBotProvider as default } from './module';
