CREATE TABLE `access_review` (
	`id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`next_day` text NOT NULL,
	`people` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_review_at` ON `access_review` (`at`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`from_user` text NOT NULL,
	`to_user` text NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer
);
--> statement-breakpoint
CREATE INDEX `handover_to` ON `handover` (`to_user`,`seen_at`);--> statement-breakpoint
CREATE TABLE `second_factor_reset` (
	`user_id` text PRIMARY KEY NOT NULL,
	`asked_by` text NOT NULL,
	`reason` text NOT NULL,
	`asked_at` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text,
	`outcome` text NOT NULL,
	`network` text NOT NULL,
	`n` integer DEFAULT 1 NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_at` ON `sign_in` (`at`);--> statement-breakpoint
CREATE INDEX `sign_in_user` ON `sign_in` (`user_id`,`at`);--> statement-breakpoint
ALTER TABLE `user` ADD `two_factor_enabled` integer DEFAULT false NOT NULL;