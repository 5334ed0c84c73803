/** Special categories of personal data (GDPR Art. 9) that the topic of a list may reveal. */

/** Art. 9(1), as far as a topic of news can reveal it. Genetic and biometric data cannot be read from a subscription. */
export const SPECIAL_TOPICS = ["health", "beliefs", "politics", "union", "origin", "sexuality"] as const;
export type SpecialTopic = (typeof SPECIAL_TOPICS)[number];
