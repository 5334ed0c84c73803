CREATE TABLE `breach` (
	`id` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`kind` text NOT NULL,
	`aware_at` integer NOT NULL,
	`own_hours` integer NOT NULL,
	`version` integer NOT NULL,
	`reported_by` text NOT NULL,
	`reported_at` integer NOT NULL,
	`authority_at` integer,
	`persons_at` integer,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `breach_n_unique` ON `breach` (`n`);--> statement-breakpoint
CREATE INDEX `breach_open` ON `breach` (`aware_at`) WHERE "breach"."closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX `breach_reporter` ON `breach` (`reported_by`);--> statement-breakpoint
CREATE INDEX `breach_closed` ON `breach` (`closed_at`);--> statement-breakpoint
CREATE TABLE `breach_version` (
	`breach_id` text NOT NULL,
	`n` integer NOT NULL,
	`section` text NOT NULL,
	`body` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`breach_id`, `n`),
	FOREIGN KEY (`breach_id`) REFERENCES `breach`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rights_request` (
	`id` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`right` text NOT NULL,
	`channel` text NOT NULL,
	`received_day` text NOT NULL,
	`due_day` text NOT NULL,
	`tag` blob,
	`tag_key` text,
	`sealed` blob,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL,
	`extended_by` text,
	`extended_at` integer,
	`extended_for` text,
	`outcome` text,
	`answered_day` text,
	`closed_by` text,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rights_request_n_unique` ON `rights_request` (`n`);--> statement-breakpoint
CREATE INDEX `rights_request_open` ON `rights_request` (`due_day`) WHERE "rights_request"."closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX `rights_request_tag` ON `rights_request` (`tag`) WHERE "rights_request"."tag" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `rights_request_closed` ON `rights_request` (`closed_at`);--> statement-breakpoint
ALTER TABLE `person` ADD `restricted_for` text;