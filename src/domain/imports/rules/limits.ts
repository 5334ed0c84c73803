/** How large a file may be, bytes. */

/** Where parts are kept as they arrive: a million people with everything that other systems export of them. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;
/** On Workers without a store beside the database: what a database over HTTP takes in one request's time. */
export const SMALL_FILE_BYTES = 20 * 1024 * 1024;
/** Parts of 256 kB that a page checks before it answers; the rest is done by jobs. */
export const PARTS_AT_ONCE = 4;
