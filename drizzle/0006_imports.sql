-- Tags lie in the order of their key (WITHOUT ROWID, which drizzle-kit cannot say).
CREATE TABLE `import_tag` (
	`import_id` text NOT NULL,
	`tag` blob NOT NULL,
	`row` integer NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`import_id`, `tag`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `import` ADD `kind` text DEFAULT 'people' NOT NULL;--> statement-breakpoint
ALTER TABLE `import` ADD `cursor` text;--> statement-breakpoint
ALTER TABLE `import` ADD `touched_at` integer;