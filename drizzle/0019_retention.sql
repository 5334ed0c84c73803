CREATE TABLE `legal_hold` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`subject` text,
	`tag` blob,
	`records` text,
	`reason` text NOT NULL,
	`placed_by` text NOT NULL,
	`placed_at` integer NOT NULL,
	`until` text NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`end_reason` text
);
--> statement-breakpoint
CREATE INDEX `legal_hold_open` ON `legal_hold` (`until`) WHERE "legal_hold"."ended_at" IS NULL;--> statement-breakpoint
CREATE INDEX `legal_hold_placed` ON `legal_hold` (`placed_at`);--> statement-breakpoint
CREATE TABLE `mailing_total` (
	`mailing_id` text NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`answer` text NOT NULL,
	`way` text NOT NULL,
	`pilot` integer NOT NULL,
	`language` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`mailing_id`, `state`, `reason`, `answer`, `way`, `pilot`, `language`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailing`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `record_file` (
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`code` text NOT NULL,
	`disposal` text,
	`disposal_day` text,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `subject`)
);
--> statement-breakpoint
CREATE TABLE `retention_rule` (
	`name` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`reason` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `retention_run` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`step` text,
	`cursor` text,
	`planned` text NOT NULL,
	`deleted` text NOT NULL,
	`kept` text NOT NULL,
	`periods` text NOT NULL,
	`ceiling` integer NOT NULL,
	`confirmed_by` text,
	`confirmed_at` integer,
	`finished_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `retention_run_day` ON `retention_run` (`day`);--> statement-breakpoint
CREATE INDEX `retention_run_open` ON `retention_run` (`state`) WHERE "retention_run"."state" <> 'done';--> statement-breakpoint
CREATE TABLE `review_case` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`opened_at` integer NOT NULL,
	`answer_day` text NOT NULL,
	`decision` text,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	`until` text,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_case_open` ON `review_case` (`kind`,`subject`) WHERE "review_case"."closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX `review_case_opened` ON `review_case` (`opened_at`);--> statement-breakpoint
CREATE INDEX `alert_closed` ON `alert` (`closed_at`) WHERE "alert"."closed_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `commit_mark_at` ON `commit_mark` (`at`);--> statement-breakpoint
CREATE INDEX `intake_created` ON `intake` (`created_at`);--> statement-breakpoint
CREATE INDEX `rate_limit_last` ON `rate_limit` (`last_request`);--> statement-breakpoint
CREATE INDEX `session_expires` ON `session` (`expires_at`);--> statement-breakpoint
CREATE INDEX `subscription_sourceless` ON `subscription` (`list_id`,`id`) WHERE "subscription"."record_id" IS NULL AND "subscription"."import_id" IS NULL AND "subscription"."address_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `token_expires` ON `token` (`expires_at`);--> statement-breakpoint
CREATE INDEX `verification_expires` ON `verification` (`expires_at`);