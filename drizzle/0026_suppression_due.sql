DROP INDEX `suppression_review_day`;--> statement-breakpoint
CREATE INDEX `suppression_due` ON `suppression` (`scope`,`reason`,`review_day`);