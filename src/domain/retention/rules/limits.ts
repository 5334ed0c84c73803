/** Names of what retention tells people about. */

/** The alert that a run waits for a person, and that something waits for a reason. */
export const CEILING_ALERT = "retention.held";
export const REVIEW_ALERT = "retention.unjustified";
/** Subject of both. */
export const CEILING_SUBJECT = "retention";
