/** `read-log verify`: whether the log of who looked at people agrees with the proof log, day by day. */
import {
  anythingWrong,
  type CheckedDay,
  type ReadingsChecked,
  verifyReadings,
} from "../../domain/read-log/acts/verify.ts";
import { readLogTexts } from "../../texts/read-log.ts";
import { say } from "../../texts/say.ts";
import { type Command, EXIT } from "./command.ts";

const t = say(readLogTexts, "en");

const line = ({ day, count, there, cut, state }: CheckedDay) =>
  `  ${day}  ${String(there).padStart(7)} of ${String(count).padStart(7)} lines  ${t(`state.${state}`)}${cut > 0 ? `; of ${cut} the person is gone` : ""}`;

/** What is wrong, line by line; of what agrees only how much it is. */
function show(checked: ReadingsChecked): string {
  const { days, open, late, before } = checked;
  const good = days.filter(({ state }) => state === "agrees" || state === "aged");
  const aged = good.filter(({ state }) => state === "aged");
  return [
    `${good.length} of ${days.length} days agree with the proof log${aged.length > 0 ? `; the lines of ${aged.length} were deleted at the end of their retention` : ""}.`,
    ...days.filter((one) => !good.includes(one)).map(line),
    t("check.open", { n: open }),
    ...(late ? [t("check.late")] : []),
    ...(before > 0 ? [t("check.before", { n: before })] : []),
    ...(anythingWrong(checked) ? [t("check.bad")] : []),
  ].join("\n");
}

export const readLogVerify: Command = {
  name: "read-log verify",
  usage: "",
  summary: "check every day of the access log against the proof log; exit code 1 if anything does not agree",
  run: (deps) => verifyReadings(deps),
  show,
  exit: (checked: ReadingsChecked) => (anythingWrong(checked) ? EXIT.fault : EXIT.done),
};
