/** SQL of looks at who can do what. */
import { type Database, type Write, write } from "../../../platform/db.ts";
import { accessReview } from "../../../platform/schema.ts";
import type { AccessReview } from "../rules/review.ts";

export function reviewWrite(db: Database, review: AccessReview): Write {
  const people = review.people as unknown as Record<string, unknown>[];
  return write(db.read.insert(accessReview).values({ ...review, people }));
}
