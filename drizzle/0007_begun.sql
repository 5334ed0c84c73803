CREATE TABLE `refusal_count` (
	`mailing_id` text NOT NULL,
	`since` integer NOT NULL,
	`mark` text NOT NULL,
	`n` integer NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`mailing_id`, `since`, `mark`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailing`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `batch` ADD `one_by_one` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `message` ADD `begun_at` integer;