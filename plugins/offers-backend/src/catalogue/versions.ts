/** Raised when the rows of the listing change their meaning: every offer is then listed anew at the next start. */
export const LISTING_VERSION = 2;

/**
 * Raised when the criteria of health become others: the health of every offer is then kept anew at the next start. Raise the version of
 * the listing with it: what replicas of the release before keep meanwhile is found by that.
 */
export const HEALTH_VERSION = 1;
