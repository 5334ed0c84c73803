-- The erasure journal (src/domain/erasure-journal): what it does not know yet is noted by triggers, so that no act can forget it.
CREATE TABLE `journal` (
	`id` integer PRIMARY KEY NOT NULL,
	`journal_id` text NOT NULL,
	`n` integer NOT NULL,
	`writing` text,
	`shut_at` integer,
	`page` integer,
	`pages` integer,
	`ended` integer DEFAULT 0 NOT NULL,
	`tags` integer DEFAULT 0 NOT NULL,
	`proofs` integer DEFAULT 0 NOT NULL,
	`accounts` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "journal_single" CHECK("journal"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `unjournalled` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`said` text NOT NULL,
	PRIMARY KEY(`kind`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TRIGGER `journal_ended` AFTER UPDATE OF `state` ON `subscription`
WHEN NEW.`state` = 'ended' AND OLD.`state` <> 'ended'
BEGIN
	DELETE FROM `unjournalled` WHERE `kind` = 'ended' AND `key` = NEW.`id`;
	INSERT INTO `unjournalled` (`kind`, `key`, `said`) VALUES ('ended', NEW.`id`, coalesce(NEW.`ended_reason`, 'erased') || ' ' || coalesce(NEW.`ended_at`, 0));
END;
--> statement-breakpoint
CREATE TRIGGER `journal_back` AFTER UPDATE OF `state` ON `subscription`
WHEN OLD.`state` = 'ended' AND NEW.`state` <> 'ended'
BEGIN
	DELETE FROM `unjournalled` WHERE `kind` = 'ended' AND `key` = NEW.`id`;
	INSERT INTO `unjournalled` (`kind`, `key`, `said`) VALUES ('ended', NEW.`id`, 'back');
END;
--> statement-breakpoint
CREATE TRIGGER `journal_tag` AFTER INSERT ON `suppression`
BEGIN
	DELETE FROM `unjournalled` WHERE `kind` = 'tag' AND `key` = lower(hex(NEW.`tag`)) || ' ' || NEW.`scope`;
	INSERT INTO `unjournalled` (`kind`, `key`, `said`) VALUES ('tag', lower(hex(NEW.`tag`)) || ' ' || NEW.`scope`, NEW.`reason` || ' ' || NEW.`day` || ' ' || NEW.`review_day` || ' ' || NEW.`key_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `journal_tag_changed` AFTER UPDATE ON `suppression`
BEGIN
	DELETE FROM `unjournalled` WHERE `kind` = 'tag' AND `key` = lower(hex(NEW.`tag`)) || ' ' || NEW.`scope`;
	INSERT INTO `unjournalled` (`kind`, `key`, `said`) VALUES ('tag', lower(hex(NEW.`tag`)) || ' ' || NEW.`scope`, NEW.`reason` || ' ' || NEW.`day` || ' ' || NEW.`review_day` || ' ' || NEW.`key_id`);
END;
--> statement-breakpoint
CREATE TRIGGER `journal_tag_gone` AFTER DELETE ON `suppression`
BEGIN
	DELETE FROM `unjournalled` WHERE `kind` = 'tag' AND `key` = lower(hex(OLD.`tag`)) || ' ' || OLD.`scope`;
	INSERT INTO `unjournalled` (`kind`, `key`, `said`) VALUES ('tag', lower(hex(OLD.`tag`)) || ' ' || OLD.`scope`, 'gone');
END;
--> statement-breakpoint
CREATE TRIGGER `journal_proof` AFTER DELETE ON `consent_record`
BEGIN
	DELETE FROM `unjournalled` WHERE `kind` = 'proof' AND `key` = OLD.`id`;
	INSERT INTO `unjournalled` (`kind`, `key`, `said`) VALUES ('proof', OLD.`id`, 'over');
END;
--> statement-breakpoint
CREATE TRIGGER `journal_account` AFTER UPDATE OF `disabled_at` ON `user`
WHEN (OLD.`disabled_at` IS NULL) <> (NEW.`disabled_at` IS NULL)
BEGIN
	DELETE FROM `unjournalled` WHERE `kind` = 'account' AND `key` = NEW.`id`;
	INSERT INTO `unjournalled` (`kind`, `key`, `said`) VALUES ('account', NEW.`id`, iif(NEW.`disabled_at` IS NULL, 'back', 'closed ' || NEW.`disabled_at`));
END;
