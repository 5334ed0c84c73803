CREATE TABLE `retention_forecast` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`step` text,
	`counts` text NOT NULL,
	`finished_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);
