/**
 * The topic of Backstage events by which another plugin reports a status of a product release. The
 * payload is a `ProductReleaseEvent` of offers-common:
 *
 * ```ts
 * await events.publish({
 *   topic: productReleaseTopic,
 *   eventPayload: {
 *     product: 'component:default/checkout-api',
 *     version: '2.4.0',
 *     status: 'deployed',
 *     at: '2026-12-01T09:00:00Z',
 *   },
 * });
 * ```
 *
 * @public
 */
export const productReleaseTopic = 'offers.product-release';
