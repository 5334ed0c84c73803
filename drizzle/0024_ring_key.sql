CREATE TABLE `ring_key` (
	`ring` text NOT NULL,
	`key_id` text NOT NULL,
	`newest_from` integer,
	`newest_to` integer,
	`empty_since` integer,
	`gone_at` integer,
	PRIMARY KEY(`ring`, `key_id`)
);
--> statement-breakpoint
CREATE INDEX `address_key` ON `address` (substr("sealed", 1, 4));--> statement-breakpoint
CREATE INDEX `address_tag_key` ON `address` (`tag_key`);--> statement-breakpoint
CREATE INDEX `batch_key` ON `batch` (substr("sealed", 1, 4)) WHERE "batch"."sealed" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `consent_record_key` ON `consent_record` (substr("sealed_key", 1, 4));--> statement-breakpoint
CREATE INDEX `event_key` ON `event` (substr("sealed_key", 1, 4)) WHERE "event"."sealed_key" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `intake_key` ON `intake` (substr("sealed", 1, 4));--> statement-breakpoint
CREATE INDEX `link_tag_key` ON `link_tag` (`key_id`);--> statement-breakpoint
CREATE INDEX `suppression_key` ON `suppression` (`key_id`);