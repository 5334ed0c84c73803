/** Rules of retention: mailings and what came in or went out by files. In the order of the run. */
import { type Rule, rows } from "../rule.ts";

export const mail = {
  /** Who got a mailing: its messages become totals that still balance. */
  messages: {
    ends: [{ table: "message" }, { table: "batch" }, { table: "mailing", columns: ["cursor"] }],
    event: "closed",
    period: "P24M",
    bounds: ["P6M", "P60M"],
    reason: "accounting",
    how: "folded",
    turn: "night",
    by: "own",
    most: 1_000,
  },
  /** Campaigns, as records of the institution: only what a disposal act names. */
  records: {
    ends: [{ table: "mailing" }, { table: "mailing_total" }, { table: "mailing_reading" }, { table: "image_use" }],
    event: "disposal",
    period: "P0D",
    reason: "work",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 50,
  },
  /** What was brought in, once nobody is held by it any more. */
  imports: {
    ends: [{ table: "import" }],
    event: "closed",
    period: "P36M",
    bounds: ["P12M", "P120M"],
    reason: "work",
    how: "deleted",
    turn: "night",
    by: {
      table: "import",
      since: "finished_at",
      only: `NOT EXISTS (SELECT 1 FROM subscription s INDEXED BY subscription_import
        WHERE s.import_id = import.id AND s.address_id IS NOT NULL AND s.import_id IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM import_page p WHERE p.import_id = import.id)
        AND NOT EXISTS (SELECT 1 FROM import_tag t WHERE t.import_id = import.id)`,
    },
  },
  // Two years, fixed, because the certificates say so: whoever leaves is told who had been given his data in that time.
  exports: {
    ends: [{ table: "export" }, { table: "export_person" }],
    event: "made",
    period: "P24M",
    reason: "disclosure",
    how: "deleted",
    turn: "night",
    by: "own",
    most: 5_000,
  },
  /** What an issue of a newsletter was before: the draft itself, and what was sent, stay. */
  "issue-versions": {
    ...rows("issue_version", "at", { mailing: "mailing_id" }),
    event: "made",
    period: "P24M",
    bounds: ["P3M", "P60M"],
    reason: "work",
    turn: "night",
  },
  /** Pictures that nothing shows any more. */
  images: {
    ...rows("image", "created_at", {
      only: "NOT EXISTS (SELECT 1 FROM image_use u WHERE u.sha256 = image.sha256)",
    }),
    event: "made",
    period: "P30D",
    bounds: ["P7D", "P12M"],
    reason: "work",
    turn: "night",
    most: 20,
  },
  // What rules look back at (a mailing's stop rule, repeated temporary faults) is younger; the message keeps the result.
  "provider-events": {
    ...rows("provider_event", "at", { mailing: "mailing_id" }),
    event: "made",
    period: "P90D",
    bounds: ["P30D", "P12M"],
    reason: "accounting",
    turn: "night",
  },
} as const satisfies Readonly<Record<string, Rule>>;
