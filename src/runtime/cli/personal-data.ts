/** `personal-data`: what the database holds of people, column by column, why, until when, and how it goes. */
import { NOTHING } from "../../domain/personal-data/views/holding.ts";
import { REGISTER } from "../../domain/personal-data/views/register.ts";
import type { Command } from "./command.ts";

interface Line {
  table: string;
  column: string;
  whose: string;
  what: string;
  need: string;
  until: string;
  by: string;
}

const lines = (): Line[] =>
  REGISTER.flatMap(({ table, whose, columns }) =>
    Object.entries(columns).flatMap(([column, held]) =>
      held === NOTHING || whose === undefined ? [] : [{ table, column, whose, ...held }],
    ),
  );

const HEAD: Line = {
  table: "table",
  column: "column",
  whose: "of whom",
  what: "what",
  need: "needed for",
  until: "until",
  by: "goes by",
};

export const personalData: Command = {
  name: "personal-data",
  usage: "",
  summary: "list what the database holds of people, why, until when, and how it is erased",
  alone: async () => lines(),
  show: (held: Line[]) => {
    const rows = [HEAD, ...held].map((line) => Object.values({ ...HEAD, ...line }));
    const widths = Object.keys(HEAD).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
    return rows
      .map((row) =>
        row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join("  ")
          .trimEnd(),
      )
      .join("\n");
  },
};
