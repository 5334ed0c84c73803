-- The nightly run deletes old rows by their rowid. What the table held was counted for a day.
DROP TABLE `sign_up_mark`;--> statement-breakpoint
CREATE TABLE `sign_up_mark` (
	`tag` blob PRIMARY KEY NOT NULL,
	`n` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_up_mark_at` ON `sign_up_mark` (`at`);
