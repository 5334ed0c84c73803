CREATE TABLE `time_stamp` (
	`day` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`root` blob NOT NULL,
	`note` text NOT NULL,
	`authority` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	`accuracy_ms` integer,
	`request` blob NOT NULL,
	`reply` blob NOT NULL,
	`chain` text NOT NULL,
	`claimed` integer NOT NULL,
	`listed` text,
	`cleared` integer NOT NULL,
	`recorded_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `time_stamp_size` ON `time_stamp` (`size`);--> statement-breakpoint
CREATE TABLE `time_stamp_paper` (
	`day` text NOT NULL,
	`n` integer NOT NULL,
	`kind` text NOT NULL,
	`der` blob NOT NULL,
	PRIMARY KEY(`day`, `n`),
	FOREIGN KEY (`day`) REFERENCES `time_stamp`(`day`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `time_stamp_try` (
	`id` integer PRIMARY KEY NOT NULL,
	`tries` integer NOT NULL,
	`at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`authority` text NOT NULL,
	`code` text NOT NULL,
	CONSTRAINT "time_stamp_try_single" CHECK("time_stamp_try"."id" = 1)
);
