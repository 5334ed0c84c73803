ALTER TABLE `alert` ADD `detail` text;--> statement-breakpoint
ALTER TABLE `alert` ADD `told` text;