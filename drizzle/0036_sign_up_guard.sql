-- Marks lie in the order of their key (WITHOUT ROWID, which drizzle-kit cannot say), so that nothing tells which were written together.
CREATE TABLE `sign_up_gate` (
	`id` integer PRIMARY KEY NOT NULL,
	`go_until` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "sign_up_gate_single" CHECK("sign_up_gate"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `sign_up_hour` (
	`what` text NOT NULL,
	`hour` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`what`, `hour`)
);
--> statement-breakpoint
CREATE INDEX `sign_up_hour_hour` ON `sign_up_hour` (`hour`);--> statement-breakpoint
CREATE TABLE `sign_up_mark` (
	`tag` blob PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sign_up_mark_at` ON `sign_up_mark` (`at`);