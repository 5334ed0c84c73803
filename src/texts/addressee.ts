/**
 * How a mail of a campaign names its reader: after a label, in both languages. So the name is never inflected, and it is right
 * however a list writes it: „Bērziņa, Anna”, “A. Bērziņa” or an office read well there, and not after “Dear”.
 */
import { texts } from "./say.ts";

export const addresseeTexts = texts({
  lv: { name: "Saņēmējs" },
  en: { name: "Recipient" },
});
