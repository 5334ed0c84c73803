CREATE INDEX `handover_at` ON `handover` (`at`);--> statement-breakpoint
CREATE INDEX `second_factor_reset_until` ON `second_factor_reset` (`until`);