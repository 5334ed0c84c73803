-- Delivery: pausing, pace, heartbeat, alerts, dead letters. `pace` and `provider_event` were empty and unused before.
CREATE TABLE `alert` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	`try_at` integer,
	`told_at` integer,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_open` ON `alert` (`code`,`subject`) WHERE "closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX `alert_try` ON `alert` (`try_at`);--> statement-breakpoint
CREATE TABLE `dead_letter` (
	`job` text PRIMARY KEY NOT NULL,
	`times` integer DEFAULT 1 NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dead_letter_at` ON `dead_letter` (`at`);--> statement-breakpoint
CREATE TABLE `pulse` (
	`id` integer PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	`origin` text NOT NULL,
	CONSTRAINT "pulse_single" CHECK("pulse"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE `mailing` ADD `not_before` integer;--> statement-breakpoint
ALTER TABLE `mailing` ADD `held_from` text;--> statement-breakpoint
ALTER TABLE `mailing` ADD `held_at` integer;--> statement-breakpoint
ALTER TABLE `mailing` ADD `held_reason` text;--> statement-breakpoint
ALTER TABLE `mailing` ADD `finished_at` integer;--> statement-breakpoint
ALTER TABLE `message` ADD `way` text;--> statement-breakpoint
ALTER TABLE `message` ADD `tries` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `message` ADD `try_at` integer;--> statement-breakpoint
DROP TABLE `pace`;--> statement-breakpoint
CREATE TABLE `pace` (
	`name` text PRIMARY KEY NOT NULL,
	`tat_us` integer NOT NULL,
	`interval_us` integer NOT NULL,
	`blocked_until` integer,
	`blocked_code` text,
	`blocked_since` integer
);
--> statement-breakpoint
ALTER TABLE `person` ADD `restricted_at` integer;--> statement-breakpoint
DROP TABLE `provider_event`;--> statement-breakpoint
CREATE TABLE `provider_event` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text,
	`mailing_id` text,
	`type` text NOT NULL,
	`bounce_class` text,
	`known` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `provider_event_of` ON `provider_event` (`mailing_id`,`type`,`at`);--> statement-breakpoint
CREATE INDEX `provider_event_at` ON `provider_event` (`at`);--> statement-breakpoint
ALTER TABLE `subscription` ADD `held_at` integer;--> statement-breakpoint
CREATE INDEX `subscription_held` ON `subscription` (`held_at`) WHERE "held_at" IS NOT NULL;