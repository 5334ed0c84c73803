import { texts } from "../say.ts";

export const listsRefusals = texts({
  lv: {
    "lists.unknown": "Šāda saraksta nav. Atveriet sarakstu lapu.",
    "lists.form_unknown": "Šādas veidlapas nav. Atveriet veidlapu lapu.",
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
    "lists.no_newsletter": "Uz uzdevumu sabiedrības interesēs var pārcelt tikai jaunumu sarakstu.",
    "lists.proven_stay":
      "{n, plural, zero {Sarakstu pārcelt nevar: {n} cilvēku piekrišana ir pierādīta, un viņiem jāpaliek uz piekrišanas pamata.} one {Sarakstu pārcelt nevar: {n} cilvēka piekrišana ir pierādīta, un viņam jāpaliek uz piekrišanas pamata.} other {Sarakstu pārcelt nevar: {n} cilvēku piekrišana ir pierādīta, un viņiem jāpaliek uz piekrišanas pamata.}} Pārējiem izveidojiet atsevišķu sarakstu vai lūdziet piekrišanu no jauna.",
    "lists.move_task":
      "Izvēlieties nolūku, kura tiesiskais pamats ir uzdevums sabiedrības interesēs. Saraksta nolūks citādi paliek piekrišana.",
    "lists.move_own":
      "Šim nolūkam jau ir cits saraksts. Izveidojiet nolūku tikai šim sarakstam, lai tajā neatgrieztos cilvēki, kas no otra atteikušies.",
    "lists.move_stale":
      "Sarakstu pārcelt nevar: notiek kampaņa, kāds tikmēr ir piekritis, vai saraksts ir mainīts. Atveriet to no jauna.",
  },
  en: {
    "lists.unknown": "There is no such list. Open the page of lists.",
    "lists.form_unknown": "There is no such form. Open the page of forms.",
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
    "lists.no_newsletter": "Only a newsletter list can be moved to a public task.",
    "lists.proven_stay":
      "{n, plural, one {The list cannot be moved: the consent of {n} person is proven, and stays the basis for that person.} other {The list cannot be moved: the consent of {n} people is proven, and stays the basis for them.}} Make a list of their own for the others, or ask them for consent again.",
    "lists.move_task": "Choose a purpose that is a public task. Otherwise consent stays the basis of the list.",
    "lists.move_own":
      "Another list is for this purpose already. Create a purpose for this list alone, so that nobody who left the other one comes back.",
    "lists.move_stale":
      "The list cannot be moved: a campaign is under way, somebody has consented meanwhile, or the list was changed. Open it again.",
  },
});
