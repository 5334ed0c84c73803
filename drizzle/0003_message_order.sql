-- Messages lie in the order of their key (WITHOUT ROWID, which drizzle-kit cannot say), with one index instead of two.
CREATE TABLE `message_in_order` (
	`mailing_id` text NOT NULL,
	`person_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`answer` text,
	`way` text,
	`tries` integer DEFAULT 0 NOT NULL,
	`try_at` integer,
	`batch_id` text,
	`provider_id` text,
	`sent_at` integer,
	PRIMARY KEY(`mailing_id`, `person_id`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailing`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `message_in_order` SELECT `mailing_id`, `person_id`, `subscription_id`, `language`, `state`, `reason`, `answer`, `way`, `tries`, `try_at`, `batch_id`, `provider_id`, `sent_at` FROM `message`;--> statement-breakpoint
DROP TABLE `message`;--> statement-breakpoint
ALTER TABLE `message_in_order` RENAME TO `message`;--> statement-breakpoint
CREATE INDEX `message_state` ON `message` (`mailing_id`,`state`,`answer`,`person_id`);--> statement-breakpoint
CREATE INDEX `message_person` ON `message` (`person_id`);--> statement-breakpoint
CREATE INDEX `message_batch` ON `message` (`batch_id`) WHERE "batch_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `message_subscription` ON `message` (`subscription_id`);--> statement-breakpoint
CREATE INDEX `message_provider` ON `message` (`provider_id`) WHERE "provider_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `message_way` ON `message` (`mailing_id`,`way`) WHERE "way" IS NOT NULL;
