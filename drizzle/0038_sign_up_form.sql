CREATE TABLE `sign_up_form` (
	`sha256` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`lists` text NOT NULL,
	`statements` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`sha256`) REFERENCES `notice`(`sha256`) ON UPDATE no action ON DELETE no action
);
