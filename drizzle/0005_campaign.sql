ALTER TABLE `mailing` ADD `campaign_id` text;--> statement-breakpoint
ALTER TABLE `mailing` ADD `wave` text;--> statement-breakpoint
ALTER TABLE `mailing` ADD `review` text;--> statement-breakpoint
ALTER TABLE `mailing` ADD `ending` text;--> statement-breakpoint
ALTER TABLE `message` ADD `pilot` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `message_pilot` ON `message` (`mailing_id`,`state`) WHERE "message"."pilot" = 1;