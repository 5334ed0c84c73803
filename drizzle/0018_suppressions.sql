-- Staged tags lie in the order of their key (WITHOUT ROWID, which drizzle-kit cannot say): no order of coming.
CREATE TABLE `return_attempt` (
	`day` text NOT NULL,
	`door` text NOT NULL,
	`reason` text NOT NULL,
	`outcome` text NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`day`, `door`, `reason`, `outcome`)
);
--> statement-breakpoint
CREATE TABLE `suppression_import` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`ends_proven` integer NOT NULL,
	`file_sha256` text NOT NULL,
	`state` text NOT NULL,
	`findings` text NOT NULL,
	`written` text NOT NULL,
	`created_by` text NOT NULL,
	`started_by` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `suppression_import_state` ON `suppression_import` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `suppression_import_tag` (
	`import_id` text NOT NULL,
	`tag` blob NOT NULL,
	`key_id` text NOT NULL,
	`look` blob NOT NULL,
	`reason` text NOT NULL,
	`day` text,
	PRIMARY KEY(`import_id`, `tag`),
	FOREIGN KEY (`import_id`) REFERENCES `suppression_import`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `suppression_review` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`reason` text NOT NULL,
	`up_to` text NOT NULL,
	`decision` text NOT NULL,
	`until` text,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`n` integer NOT NULL,
	`done` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `suppression_review_at` ON `suppression_review` (`state`,`at`);--> statement-breakpoint
CREATE TABLE `suppression_sweep` (
	`id` integer PRIMARY KEY NOT NULL,
	`begun_at` integer NOT NULL,
	`cursor` text NOT NULL,
	`seen` integer NOT NULL,
	`found` integer NOT NULL,
	`subscriptions` text NOT NULL,
	`ended_at` integer,
	`last_seen` integer,
	`last_found` integer,
	`last_ended_at` integer,
	CONSTRAINT "suppression_sweep_single" CHECK("suppression_sweep"."id" = 1)
);
--> statement-breakpoint
CREATE INDEX `suppression_review_day` ON `suppression` (`review_day`);