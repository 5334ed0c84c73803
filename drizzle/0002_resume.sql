-- From when the stop rule counts; counts of refusals by way; the events of a person who leaves lose the provider's id.
ALTER TABLE `mailing` ADD `resumed_at` integer;--> statement-breakpoint
CREATE INDEX `message_way` ON `message` (`mailing_id`,`way`) WHERE "way" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `provider_event_provider` ON `provider_event` (`provider_id`);
