/** How a mail of a campaign names its reader: after a label, so that the name is never inflected. */
import { texts } from "./say.ts";

export const addresseeTexts = texts({
  lv: { name: "Saņēmējs" },
  en: { name: "Recipient" },
});
