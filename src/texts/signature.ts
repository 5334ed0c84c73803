/**
 * The institution's notice under every mail, as set-up offers it; the institution changes it in the settings. The first
 * paragraph also stands alone, in letters to one person. Plain text, blank lines part paragraphs.
 */
import { texts } from "./say.ts";

export const signatureTexts = texts({
  lv: {
    default:
      "Personas datus apstrādājam likumīgi un tikai tiem nolūkiem, kas nosaukti mūsu privātuma paziņojumā.\n\nVēstulē un tās pielikumos var būt personas dati, kas paredzēti tikai saņēmējam. Ja vēstule atnākusi kļūdas dēļ, lūdzam šos datus neizmantot un nenodot tālāk un vēstuli izdzēst.",
  },
  en: {
    default:
      "We process personal data lawfully and only for the purposes named in our privacy notice.\n\nThis e-mail and its attachments may contain personal data meant only for the recipient. If it has reached you by mistake, please do not use these data or pass them on, and delete the e-mail.",
  },
});
