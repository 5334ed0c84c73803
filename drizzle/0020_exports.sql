CREATE TABLE `export` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`subject` text,
	`form` text NOT NULL,
	`recipient` text NOT NULL,
	`recipient_name` text NOT NULL,
	`reason` text NOT NULL,
	`cursor` text,
	`people` integer DEFAULT 0 NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`until` integer,
	`fetches` integer DEFAULT 0 NOT NULL,
	`handed_out_at` integer
);
--> statement-breakpoint
CREATE INDEX `export_asked` ON `export` (`asked_at`);--> statement-breakpoint
CREATE INDEX `export_until` ON `export` (`state`,`until`);--> statement-breakpoint
CREATE INDEX `export_handed_out` ON `export` (`handed_out_at`) WHERE "export"."handed_out_at" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `export_person` (
	`export_id` text NOT NULL,
	`n` integer NOT NULL,
	`person_id` text,
	`subscription_id` text,
	`ended_at` integer,
	`told` text,
	`told_at` integer,
	PRIMARY KEY(`export_id`, `n`),
	FOREIGN KEY (`export_id`) REFERENCES `export`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `export_person_of` ON `export_person` (`person_id`) WHERE "export_person"."person_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `export_person_untold` ON `export_person` (`export_id`) WHERE "export_person"."ended_at" IS NOT NULL AND "export_person"."told" IS NULL;