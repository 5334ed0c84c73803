CREATE TABLE `last_mail` (
	`eid` text PRIMARY KEY NOT NULL,
	`tag` blob NOT NULL,
	`sealed` blob NOT NULL,
	`state` text NOT NULL,
	`try_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `last_mail_tag` ON `last_mail` (`tag`);--> statement-breakpoint
CREATE INDEX `last_mail_try` ON `last_mail` (`try_at`);--> statement-breakpoint
CREATE INDEX `last_mail_created` ON `last_mail` (`created_at`);--> statement-breakpoint
CREATE TABLE `last_mail_count` (
	`day` text NOT NULL,
	`outcome` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`day`, `outcome`)
);
