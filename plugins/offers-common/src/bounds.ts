/*
 * How much of something is taken or shown, without a library: schemas are made of these numbers, and fields in a browser
 * keep to them before anything is sent.
 */

/** The longest search, in characters. @public */
export const MOST_SEARCHED = 200;

/** The longest announcement by hand, in characters. @public */
export const MOST_ANNOUNCED = 1_000;

/** The longest comment, in characters. @public */
export const MOST_COMMENT = 10_000;

/** How many comments are shown of a long conversation: its latest. @public */
export const COMMENTS_SHOWN = 200;
