ALTER TABLE `address` ADD `shared` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `subscription` ADD `paused_until` text;