CREATE TABLE `read_digest` (
	`day` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	`until` integer NOT NULL,
	`count` integer NOT NULL,
	`root` text NOT NULL,
	`previous` text,
	`eid` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `read_naming` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `read_naming_person` ON `read_naming` (`person_id`,`at`);--> statement-breakpoint
DROP INDEX `read_log_at`;--> statement-breakpoint
ALTER TABLE `read_log` ADD `role` text;--> statement-breakpoint
ALTER TABLE `read_log` ADD `surface` text;--> statement-breakpoint
ALTER TABLE `read_log` ADD `outcome` text;--> statement-breakpoint
ALTER TABLE `read_log` ADD `count` integer;--> statement-breakpoint
ALTER TABLE `read_log` ADD `about` blob;--> statement-breakpoint
ALTER TABLE `read_log` ADD `salt` blob;--> statement-breakpoint
ALTER TABLE `read_log` ADD `record` text;--> statement-breakpoint
CREATE INDEX `read_log_act` ON `read_log` (`act`,`at`);--> statement-breakpoint
CREATE INDEX `read_log_record` ON `read_log` (`record`) WHERE record IS NOT NULL;--> statement-breakpoint
CREATE INDEX `read_log_at` ON `read_log` (`at`,`id`);