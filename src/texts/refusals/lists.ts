import { texts } from "../say.ts";

export const listsRefusals = texts({
  lv: {
    "lists.unknown": "Šāda saraksta nav. Atveriet sarakstu lapu.",
    "lists.ended": "Saraksts ir izbeigts un vairs nav maināms.",
    "lists.not_empty":
      "{n, plural, zero {Sarakstu nevar izbeigt: tajā vēl ir {n} adrešu.} one {Sarakstu nevar izbeigt: tajā vēl ir {n} adrese.} other {Sarakstu nevar izbeigt: tajā vēl ir {n} adreses.}}",
    "lists.not_own_domain": "Darbinieku sarakstā var būt tikai adreses iestādes pašas domēnos.",
    "lists.no_own_domains": "Iestatījumos nav neviena iestādes domēna. Norādiet to pirms darbinieku saraksta izveides.",
    "lists.purpose_not_active": "Nolūks nav spēkā. Saraksts var kalpot tikai spēkā esošam nolūkam.",
    "lists.basis_newsletter": "Jaunumu sarakstam vajadzīgs nolūks, kura tiesiskais pamats ir piekrišana.",
    "lists.basis_service":
      "Informatīvajam sarakstam der uzdevums sabiedrības interesēs, juridisks pienākums, līgums vai leģitīmās intereses. Piekrišanai izvēlieties jaunumu sarakstu.",
    "lists.basis_staff":
      "Darbinieku sarakstam der uzdevums sabiedrības interesēs, juridisks pienākums, līgums vai leģitīmās intereses: darbinieka piekrišana darba devējam reti ir brīva.",
    "lists.basis_press": "Mediju sarakstam der uzdevums sabiedrības interesēs, leģitīmās intereses vai piekrišana.",
  },
  en: {
    "lists.unknown": "There is no such list. Open the page of lists.",
    "lists.ended": "The list has ended and can no longer be changed.",
    "lists.not_empty":
      "{n, plural, one {The list cannot end: it still holds {n} address.} other {The list cannot end: it still holds {n} addresses.}}",
    "lists.not_own_domain": "A staff list takes only addresses in the institution’s own domains.",
    "lists.no_own_domains": "The settings name no domain of the institution. Add one before creating a staff list.",
    "lists.purpose_not_active": "The purpose is not active. A list can serve an active purpose only.",
    "lists.basis_newsletter": "A newsletter list needs a purpose that rests on consent.",
    "lists.basis_service":
      "A service list may rest on a public task, a legal obligation, a contract or legitimate interests. For consent choose a newsletter list.",
    "lists.basis_staff":
      "A staff list may rest on a public task, a legal obligation, a contract or legitimate interests: consent given to an employer is seldom free.",
    "lists.basis_press": "A press list may rest on a public task, legitimate interests or consent.",
  },
});
