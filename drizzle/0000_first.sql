CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `address` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`tag` blob NOT NULL,
	`tag_key` text NOT NULL,
	`kind` text NOT NULL,
	`sealed` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `address_tag` ON `address` (`tag`);--> statement-breakpoint
CREATE INDEX `address_person` ON `address` (`person_id`);--> statement-breakpoint
CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE TABLE `batch` (
	`id` text PRIMARY KEY NOT NULL,
	`mailing_id` text NOT NULL,
	`state` text NOT NULL,
	`sealed` blob,
	`body_sha256` text,
	`first_attempt_at` integer,
	`attempt` integer DEFAULT 0 NOT NULL,
	`lease_until` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`mailing_id`) REFERENCES `mailing`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `batch_open` ON `batch` (`state`,`lease_until`);--> statement-breakpoint
CREATE TABLE `checkpoint` (
	`size` integer PRIMARY KEY NOT NULL,
	`root` blob NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `commit_mark` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consent_record` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`purpose_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`last_leaf` text NOT NULL,
	`sealed_key` blob NOT NULL,
	`shred_day` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`purpose_id`) REFERENCES `purpose`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_record_once` ON `consent_record` (`person_id`,`purpose_id`);--> statement-breakpoint
CREATE INDEX `consent_record_shred` ON `consent_record` (`shred_day`);--> statement-breakpoint
CREATE TABLE `disclosure` (
	`digest` text PRIMARY KEY NOT NULL,
	`eid` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`eid`) REFERENCES `event`(`eid`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `disclosure_event` ON `disclosure` (`eid`);--> statement-breakpoint
CREATE TABLE `event` (
	`eid` text PRIMARY KEY NOT NULL,
	`record_id` text,
	`version` integer,
	`typ` text NOT NULL,
	`body` text NOT NULL,
	`sealed_key` blob,
	`commitments` blob,
	`leaf` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`record_id`) REFERENCES `consent_record`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_once` ON `event` (`record_id`,`version`);--> statement-breakpoint
CREATE INDEX `event_typ` ON `event` (`typ`,`at`);--> statement-breakpoint
CREATE TABLE `import` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`state` text NOT NULL,
	`claim` text NOT NULL,
	`findings` text NOT NULL,
	`file_name` text NOT NULL,
	`file_sha256` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`list_id`) REFERENCES `list`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `import_page` (
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`rows` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`import_id`, `n`),
	FOREIGN KEY (`import_id`) REFERENCES `import`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `institution` (
	`id` integer PRIMARY KEY NOT NULL,
	`profile` text NOT NULL,
	`log_origin` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "institution_single" CHECK("institution"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `intake` (
	`id` text PRIMARY KEY NOT NULL,
	`tag` blob NOT NULL,
	`cap` blob NOT NULL,
	`sealed` blob NOT NULL,
	`state` text NOT NULL,
	`try_at` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `intake_tag` ON `intake` (`tag`);--> statement-breakpoint
CREATE INDEX `intake_cap` ON `intake` (`cap`);--> statement-breakpoint
CREATE INDEX `intake_try` ON `intake` (`state`,`try_at`);--> statement-breakpoint
CREATE TABLE `lease` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link_tag` (
	`tag` blob NOT NULL,
	`record_id` text NOT NULL,
	`key_id` text NOT NULL,
	PRIMARY KEY(`tag`, `record_id`),
	FOREIGN KEY (`record_id`) REFERENCES `consent_record`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `list` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`purpose_id` text NOT NULL,
	`names` text NOT NULL,
	`promise` text NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`purpose_id`) REFERENCES `purpose`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `list_slug_unique` ON `list` (`slug`);--> statement-breakpoint
CREATE TABLE `log_entry` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry` text NOT NULL,
	`leaf` blob NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_entry_leaf` ON `log_entry` (`leaf`);--> statement-breakpoint
CREATE TABLE `mailing` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`list_id` text NOT NULL,
	`purpose_id` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`draft` text NOT NULL,
	`frozen` text,
	`cursor` text,
	`audience` integer DEFAULT 0 NOT NULL,
	`deadline_day` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`purpose_id`) REFERENCES `purpose`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `message` (
	`mailing_id` text NOT NULL,
	`person_id` text NOT NULL,
	`subscription_id` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`answer` text,
	`batch_id` text,
	`provider_id` text,
	`sent_at` integer,
	PRIMARY KEY(`mailing_id`, `person_id`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailing`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_state` ON `message` (`mailing_id`,`state`,`person_id`);--> statement-breakpoint
CREATE INDEX `message_answer` ON `message` (`mailing_id`,`state`,`answer`);--> statement-breakpoint
CREATE INDEX `message_person` ON `message` (`person_id`);--> statement-breakpoint
CREATE INDEX `message_batch` ON `message` (`batch_id`);--> statement-breakpoint
CREATE INDEX `message_subscription` ON `message` (`subscription_id`);--> statement-breakpoint
CREATE INDEX `message_provider` ON `message` (`provider_id`);--> statement-breakpoint
CREATE TABLE `notice` (
	`sha256` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`purpose_id` text,
	`mailing_id` text,
	`version` integer NOT NULL,
	`language` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`purpose_id`) REFERENCES `purpose`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_of` ON `notice` (`kind`,`purpose_id`,`version`);--> statement-breakpoint
CREATE INDEX `notice_of_mailing` ON `notice` (`mailing_id`);--> statement-breakpoint
CREATE TABLE `pace` (
	`name` text PRIMARY KEY NOT NULL,
	`tat` integer NOT NULL,
	`interval_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `provider_event` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text,
	`type` text NOT NULL,
	`bounce_class` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `purpose` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`state` text NOT NULL,
	`basis` text,
	`sheet` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `purpose_slug_unique` ON `purpose` (`slug`);--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limit_key_unique` ON `rate_limit` (`key`);--> statement-breakpoint
CREATE TABLE `read_log` (
	`id` text PRIMARY KEY NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`subject` text,
	`reason` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `read_log_at` ON `read_log` (`at`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `subscription` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`address_id` text,
	`person_id` text,
	`state` text NOT NULL,
	`record_id` text,
	`import_id` text,
	`since` text,
	`bulk_event` text,
	`bulk_salt` blob,
	`ended_reason` text,
	`ended_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`list_id`) REFERENCES `list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`address_id`) REFERENCES `address`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subscription_ended_has_no_address" CHECK(("subscription"."state" = 'ended') = ("subscription"."address_id" IS NULL)),
	CONSTRAINT "subscription_ended_has_no_person" CHECK(("subscription"."state" = 'ended') = ("subscription"."person_id" IS NULL))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscription_once` ON `subscription` (`list_id`,`address_id`);--> statement-breakpoint
CREATE INDEX `subscription_person` ON `subscription` (`person_id`);--> statement-breakpoint
CREATE INDEX `subscription_address` ON `subscription` (`address_id`);--> statement-breakpoint
CREATE INDEX `subscription_list` ON `subscription` (`list_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `subscription_record` ON `subscription` (`record_id`);--> statement-breakpoint
CREATE TABLE `suppression` (
	`tag` blob NOT NULL,
	`key_id` text NOT NULL,
	`scope` text NOT NULL,
	`reason` text NOT NULL,
	`day` text NOT NULL,
	`review_day` text NOT NULL,
	PRIMARY KEY(`tag`, `scope`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tile` (
	`level` integer NOT NULL,
	`n` integer NOT NULL,
	`hashes` blob NOT NULL,
	PRIMARY KEY(`level`, `n`)
);
--> statement-breakpoint
CREATE TABLE `token` (
	`hash` blob PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `token_subject` ON `token` (`subject`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'auditor' NOT NULL,
	`language` text DEFAULT 'lv' NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);