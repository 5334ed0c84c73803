CREATE TABLE `proof_opening` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`ground` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`tag` blob,
	`decided_by` text,
	`decided_at` integer,
	`note` text,
	`opened_at` integer,
	`until` integer NOT NULL,
	`records` text
);
--> statement-breakpoint
CREATE INDEX `proof_opening_until` ON `proof_opening` (`state`,`until`);--> statement-breakpoint
CREATE INDEX `proof_opening_asked` ON `proof_opening` (`asked_at`);--> statement-breakpoint
CREATE INDEX `read_log_subject` ON `read_log` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `read_log_actor` ON `read_log` (`actor`,`at`);