CREATE TABLE `api_call` (
	`id` text PRIMARY KEY NOT NULL,
	`key_id` text NOT NULL,
	`mark` blob NOT NULL,
	`request` blob NOT NULL,
	`state` text NOT NULL,
	`attempt` integer NOT NULL,
	`subject` text,
	`status` integer,
	`answer` text,
	`at` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_call_mark` ON `api_call` (`key_id`,`mark`);--> statement-breakpoint
CREATE INDEX `api_call_at` ON `api_call` (`at`);--> statement-breakpoint
-- No key could be made before: the table is empty everywhere.
DROP TABLE `api_key`;--> statement-breakpoint
CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`name` text NOT NULL,
	`purpose` text NOT NULL,
	`permissions` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_day` text,
	`tat` integer DEFAULT 0 NOT NULL,
	`revoked_at` integer,
	`revoked_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_key_hash` ON `api_key` (`hash`);--> statement-breakpoint
CREATE INDEX `api_key_made_by` ON `api_key` (`created_by`);--> statement-breakpoint
CREATE INDEX `api_key_revoked` ON `api_key` (`revoked_at`);