CREATE TABLE `image` (
	`sha256` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`size` integer NOT NULL,
	`bytes` blob NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `image_created` ON `image` (`created_at`);--> statement-breakpoint
CREATE TABLE `image_use` (
	`subject` text NOT NULL,
	`sha256` text NOT NULL,
	PRIMARY KEY(`subject`, `sha256`),
	FOREIGN KEY (`sha256`) REFERENCES `image`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `image_use_image` ON `image_use` (`sha256`);--> statement-breakpoint
CREATE TABLE `issue_version` (
	`mailing_id` text NOT NULL,
	`n` integer NOT NULL,
	`how` text NOT NULL,
	`auto` integer DEFAULT false NOT NULL,
	`title` text NOT NULL,
	`draft` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`mailing_id`, `n`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailing`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issue_version_at` ON `issue_version` (`at`);