/** How much of a catalogue is read at most: the largest known are under 2 MB. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** The same for people. */
export const MOST_WORDS = '20 MB';
