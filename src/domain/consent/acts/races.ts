/** How often a verb loads again after it lost a race for the same rows. Ten people pressing at once is already absurd. */
export const TRIES_AFTER_RACE = 10;
