CREATE TABLE `log_copy` (
	`id` integer PRIMARY KEY NOT NULL,
	`copy_id` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "log_copy_single" CHECK("log_copy"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `log_key` (
	`vkey` text PRIMARY KEY NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer,
	`leaked_at` integer
);
--> statement-breakpoint
CREATE TABLE `log_past` (
	`origin` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`root` blob NOT NULL,
	`ended_at` integer NOT NULL
);
