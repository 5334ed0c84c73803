CREATE TABLE `mailing_reading` (
	`mailing_id` text NOT NULL,
	`at` integer NOT NULL,
	`numbers` text NOT NULL,
	PRIMARY KEY(`mailing_id`, `at`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailing`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `receipt` (
	`eid` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`state` text NOT NULL,
	`try_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `receipt_try` ON `receipt` (`try_at`) WHERE "state" IN ('due', 'mailing');--> statement-breakpoint
CREATE INDEX `receipt_subscription` ON `receipt` (`subscription_id`);