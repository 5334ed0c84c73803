import { texts } from "../say.ts";

/** What the frame itself says no with, before any door has looked at the request. */
export const pageRefusals = texts({
  lv: {
    "page.not_found": "Pārbaudiet, vai adrese ir pilnīga.",
    "page.method": "Nekas nav mainīts. Atveriet lapu no jauna.",
    "page.too_large": "Atļautais apjoms ir līdz {max} KB. Nekas nav saglabāts.",
    "page.other_site":
      "Tā nosūtīta no citas vietnes. Nekas nav saglabāts. Atveriet lapu no jauna un nosūtiet veidlapu šeit.",
    "page.fault": "Nosūtītais nav saglabāts. Pēc brīža mēģiniet vēlreiz.",
    "page.being_set_up": "Atveriet to vēlāk.",
    "page.shut": "Sakārtojam datus. Atveriet lapu pēc dažām minūtēm. Saites vēstulēs derēs tāpat.",
  },
  en: {
    "page.not_found": "Check that the address is complete.",
    "page.method": "Nothing has changed. Open the page again.",
    "page.too_large": "Up to {max} KB is allowed. Nothing was saved.",
    "page.other_site": "It was sent from another site. Nothing was saved. Open the page again and send the form here.",
    "page.fault": "What you sent was not saved. Try again in a while.",
    "page.being_set_up": "Open it later.",
    "page.shut": "We are putting data in order. Open the page again in a few minutes. Links in e-mails stay valid.",
  },
});
