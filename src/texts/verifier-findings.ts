/**
 * What the verifier found wrong, missing or erased: one sentence for each code of rules/verify and rules/bundle, for an
 * inspector who knows neither the format nor the program. The place (a path inside the bundle) stands beside the sentence.
 */
import type { ProblemCode } from "../domain/proofs/rules/bundle/problem.ts";
import type { FindingCode } from "../domain/proofs/rules/verify/verdict.ts";
import { texts } from "./say.ts";

export const findingTexts = texts<FindingCode>({
  lv: {
    "manifest.hash": "Datne nav tāda, kāda tā iepakota: tās jaucējvērtība ir cita.",
    "manifest.missing_file": "Šī datne ir satura rādītājā, bet komplektā tās nav.",
    "manifest.unlisted_file": "Šīs datnes satura rādītājā nav: tā pielikta vēlāk.",
    "event.too_long": "Notikums ir garāks, nekā notikumi drīkst būt.",
    "event.not_json": "Notikuma datne nav lasāma.",
    "event.name_twice":
      "Notikumā viens nosaukums ir divreiz, tāpēc dažādas programmas tajā varētu izlasīt dažādas atbildes.",
    "event.other_form":
      "Notikums nav rakstīts vienīgajā pieļautajā veidā (RFC 8785), tātad tie nav tie baiti, kas ir žurnālā.",
    "event.members": "Notikumā trūkst obligātu ziņu, vai arī tas ir citā formātā.",
    "origin.not_the_bundles": "Notikums ir no cita žurnāla nekā komplekts.",
    "origin.other_log": "Pierādījums ir no cita žurnāla nekā notikums.",
    "origin.earlier_log":
      "Notikums ir no agrāka šī paša žurnāla, kura vietā atvērts jauns. Ka jaunais turpina veco, komplekts nerāda.",
    "origin.other_controller": "Komplektā ir divu dažādu pārziņu notikumi.",
    "disclosures.malformed": "Datne ar ziņām par personu nav paredzētajā formātā.",
    "disclosures.erased":
      "{n, plural, zero {{n, number} ziņas par personu ir dzēstas vai nav pievienotas: redzamas tikai to jaucējvērtības.} one {{n, number} ziņa par personu ir dzēsta vai nav pievienota: redzama tikai tās jaucējvērtība.} other {{n, number} ziņas par personu ir dzēstas vai nav pievienotas: redzamas tikai to jaucējvērtības.}}",
    "disclosures.foreign":
      "{n, plural, zero {{n, number} ziņas par personu nav no šiem notikumiem.} one {{n, number} ziņa par personu nav no šiem notikumiem.} other {{n, number} ziņas par personu nav no šiem notikumiem.}}",
    "disclosures.twice": "Viena un tā pati ziņa par personu norādīta divreiz.",
    "disclosures.name_taken": "Ziņai par personu ir tāds pats nosaukums kā kādai notikuma daļai.",
    "disclosures.algorithm": "Ziņu par personu jaucējvērtības nav SHA-256.",
    "inclusion.no_proof": "Kad komplektu veidoja, notikums žurnālā vēl nebija nostiprināts.",
    "inclusion.carriage_return": "Pierādījuma rindas beidzas citādi, nekā formāts atļauj (CRLF).",
    "inclusion.control_character": "Pierādījumā ir vadības rakstzīme, ko formāts neatļauj.",
    "inclusion.base64": "Pierādījumā kāda vērtība nav rakstīta vienīgajā pieļautajā veidā (base64).",
    "inclusion.malformed": "Pierādījuma datne nav paredzētajā formātā.",
    "inclusion.no_salt":
      "Atslēga, ar kuru notikumu salīdzina ar žurnāla ierakstu, ir iznīcināta, tāpēc to pārbaudīt vairs nevar.",
    "inclusion.salt_length":
      "Atslēga, ar kuru notikumu salīdzina ar žurnāla ierakstu, nav 32\u00a0baitus gara. Tās garums baitos: {n}.",
    "inclusion.index": "Pierādījumā norādīta vieta ({index}), kādas šajā žurnālā nav. Ierakstu skaits: {size}.",
    "inclusion.not_in_log": "Šāda ieraksta žurnālā nav: notikums vai pierādījums ir mainīts.",
    "signature.policy": "Atslēgu datne policy.txt nav lasāma, tāpēc parakstu nav ar ko pārbaudīt.",
    "signature.checkpoint": "Parakstītais žurnāla stāvoklis nav lasāms.",
    "signature.carriage_return": "Parakstītā žurnāla stāvokļa rindas beidzas citādi, nekā formāts atļauj (CRLF).",
    "signature.control_character": "Parakstītajā žurnāla stāvoklī ir vadības rakstzīme, ko formāts neatļauj.",
    "signature.base64": "Parakstītajā žurnāla stāvoklī kāda vērtība nav rakstīta vienīgajā pieļautajā veidā (base64).",
    "signature.same_key_twice": "Viena un tā pati atslēga parakstījusi divreiz.",
    "signature.no_known_key": "Žurnāla stāvokli nav parakstījusi neviena no zināmajām atslēgām.",
    "signature.wrong": "Žurnāla paraksts nav derīgs.",
    "signature.quorum": "Trūkst liecinieku parakstu, ko prasa policy.txt.",
    "key.from_bundle":
      "Žurnāla atslēga ir no paša komplekta. Salīdziniet to ar atslēgu, ko publicējusi iestāde: bez tā nevar zināt, kurš parakstīja.",
    "key.other": "Parakstījusi cita atslēga nekā norādītā.",
    "consistency.malformed":
      "Datne, kas rāda, ka vēlāks žurnāla stāvoklis turpina agrāku, nav lasāma, vai arī vēlākais stāvoklis nav parakstīts.",
    "consistency.alone": "Datne sākas no žurnāla stāvokļa, uz kuru komplektā nekas neatsaucas.",
    "consistency.broken":
      "Žurnāla stāvoklis ar {newer, plural, zero {{newer, number} ierakstiem} one {{newer, number} ierakstu} other {{newer, number} ierakstiem}} neturpina agrāko (ierakstu skaits tajā: {older, number}): žurnāls pa vidu ir pārrakstīts, vai arī pierādījums ir mainīts.",
    "consistency.forked":
      "Parakstīti divi dažādi žurnāla stāvokļi ar vienādu ierakstu skaitu ({size, number}): žurnālam ir divas vēstures.",
    "consistency.apart":
      "Komplektā ir vairāki žurnāla stāvokļi. Ka tie visi ir no viena žurnāla, kas tikai papildināts, komplekts nerāda.",
    "time.none": "Neatkarīga laika zīmoga nav: laiku norāda tikai iestādes pulkstenis.",
    "time.not_covered": "Komplektā ir laika zīmogs, bet šo notikumu tas neaptver.",
    "time.checkpoint": "Žurnāla stāvoklis, kam izdots laika zīmogs, nav derīgs vai ir no cita žurnāla.",
    "time.stamp": "Laika zīmogs nav derīgs (kods: {code}).",
    "time.imprint": "Laika zīmogs izdots citam žurnāla stāvoklim.",
    "time.usage": "Sertifikāts, ar kuru parakstīts laika zīmogs, nav paredzēts laika zīmogiem.",
    "time.untrusted":
      "Nav zināms, vai laika zīmoga izdevējam var uzticēties: tā sertifikātu ķēde komplektā nav pilnīga.",
    "time.authority_from_bundle":
      "Laika zīmoga izdevēja ({authority}) sertifikāts ir no paša komplekta. Salīdziniet to ar Eiropas Savienības uzticamības sarakstiem: tie rāda, vai izdevējs ir kvalificēts.",
    "time.event_later": "Notikumā norādītais laiks ir vēlāks par laika zīmogu.",
    "texts.hash": "Teksts neatbilst savai jaucējvērtībai: tas ir mainīts.",
    "texts.absent":
      "{n, plural, zero {Komplektā nav {n, number} tekstu, kas norādīti notikumā.} one {Komplektā nav {n, number} teksta, kas norādīts notikumā.} other {Komplektā nav {n, number} tekstu, kas norādīti notikumā.}}",
    "chain.record": "Notikums pieder citam ierakstam.",
    "chain.gap": "Ierakstā trūkst {n}.\u00a0notikuma.",
    "chain.prev": "Notikums neseko tam, kas stāv pirms tā.",
    "chain.order": "Vēlākais notikums žurnālā stāv pirms agrākā.",
    "chain.state": "Pēc iepriekšējā notikuma šāds nav iespējams.",
    "chain.decision": "Notikuma veids un lēmums tajā ir pretrunā.",
    "chain.end_unknown": "Vai pēc pēdējā notikuma bija vēl kāds, piemēram, atsaukums, žurnāls nerāda.",
    "record.malformed": "Ieraksta kopsavilkums (record.jsonld) nav lasāms.",
    "record.contradicts": "Ieraksta kopsavilkums (record.jsonld) nesakrīt ar notikumiem: {members}.",
    "people.malformed": "Datne ar ziņām par cilvēkiem, uz kuriem attiecas iestādes darbība, nav lasāma.",
    "people.none": "Iestādes darbība neattiecas ne uz vienu cilvēku, bet komplektā kāds ir norādīts.",
    "people.not_in_act": "Iestādes darbība uz šo cilvēku neattiecas, vai arī ziņas par viņu ir mainītas (vieta {n}).",
    "people.other_act": "Ziņas par cilvēku ir no citas iestādes darbības.",
    "people.no_record":
      "Komplekts rāda, ka iestādes darbība bija par kādu, kura ieraksta komplektā nav. Vai tas ir šis pats cilvēks, nav zināms.",
  },
  en: {
    "manifest.hash": "The file is not as it was packed: its hash is another.",
    "manifest.missing_file": "A file that the list of contents names is not in the bundle.",
    "manifest.unlisted_file": "The file is not in the list of contents: it was added later.",
    "event.too_long": "The event is longer than events may be.",
    "event.not_json": "The event file cannot be read.",
    "event.name_twice":
      "A name stands twice in the event, so that different programs could read different answers in it.",
    "event.other_form":
      "The event is not written in the one form allowed (RFC 8785), so these are not the bytes in the log.",
    "event.members": "Something required is missing from the event, or it is of another format.",
    "origin.not_the_bundles": "The event is of another log than the bundle.",
    "origin.other_log": "The proof is of another log than the event.",
    "origin.earlier_log":
      "The event is of an earlier log of the same name, in whose place a new one was opened. That the new one goes on from it, the bundle does not show.",
    "origin.other_controller": "The bundle holds events of two different controllers.",
    "disclosures.malformed": "The file of personal details is not in the form in which it is written.",
    "disclosures.erased":
      "{n, plural, one {{n, number} personal detail was erased or left out; only its hash is here.} other {{n, number} personal details were erased or left out; only their hashes are here.}}",
    "disclosures.foreign":
      "{n, plural, one {{n, number} personal detail does not belong to these events.} other {{n, number} personal details do not belong to these events.}}",
    "disclosures.twice": "One personal detail is named twice.",
    "disclosures.name_taken": "A personal detail has the name of a part of the event.",
    "disclosures.algorithm": "The hashes of personal details are not SHA-256.",
    "inclusion.no_proof": "When the bundle was made, the event was not sealed in the log yet.",
    "inclusion.carriage_return": "The lines of the proof end in a way that the format does not allow (CRLF).",
    "inclusion.control_character": "The proof holds a control character that the format does not allow.",
    "inclusion.base64": "A value in the proof is not written in the one form allowed (base64).",
    "inclusion.malformed": "The proof file is not in the form in which it is written.",
    "inclusion.no_salt":
      "The key by which the event is compared with the log entry was destroyed, so this can no longer be checked.",
    "inclusion.salt_length":
      "The key by which the event is compared with the log entry is not 32\u00a0bytes long. Its length in bytes: {n}.",
    "inclusion.index": "The proof names a place ({index}) that this log does not have. Number of entries: {size}.",
    "inclusion.not_in_log": "There is no such entry in the log: event or proof was changed.",
    "signature.policy":
      "The file of keys, policy.txt, cannot be read, so there is nothing to check the signature with.",
    "signature.checkpoint": "The signed state of the log cannot be read.",
    "signature.carriage_return":
      "The lines of the signed state of the log end in a way that the format does not allow (CRLF).",
    "signature.control_character":
      "The signed state of the log holds a control character that the format does not allow.",
    "signature.base64": "A value in the signed state of the log is not written in the one form allowed (base64).",
    "signature.same_key_twice": "One key has signed twice.",
    "signature.no_known_key": "None of the known keys signed the state of the log.",
    "signature.wrong": "The signature of the log is not valid.",
    "signature.quorum": "Signatures of witnesses that policy.txt asks for are missing.",
    "key.from_bundle":
      "The key of the log comes from the bundle itself. Compare it with the key that the institution has published: without that nobody can know who signed.",
    "key.other": "Another key signed than the one given.",
    "consistency.malformed":
      "The file that shows that a later state of the log goes on from an earlier one cannot be read, or the later state is not signed.",
    "consistency.alone": "The file begins at a state of the log that nothing in the bundle refers to.",
    "consistency.broken":
      "The state of the log with {newer, number} entries does not go on from the earlier one with {older, number}: the log was rewritten in between, or the proof was changed.",
    "consistency.forked":
      "Two different states of the log with the same number of entries ({size, number}) were signed: the log has two histories.",
    "consistency.apart":
      "The bundle holds several states of the log. It does not show that all are of one log that was only added to.",
    "time.none": "There is no independent time stamp: only the institution’s clock gives the time.",
    "time.not_covered": "There is a time stamp in the bundle, but it does not cover this event.",
    "time.checkpoint": "The stamped state of the log is not valid, or is of another log.",
    "time.stamp": "The time stamp is not valid (code: {code}).",
    "time.imprint": "The time stamp is over another state of the log.",
    "time.usage": "The certificate that signed the time stamp is not meant for time stamps.",
    "time.untrusted":
      "It is not known whether the issuer of the time stamp can be trusted: its chain of certificates in the bundle is not complete.",
    "time.authority_from_bundle":
      "The certificate of the issuer of the time stamp ({authority}) comes from the bundle itself. Compare it with the trusted lists of the European Union: they show whether the issuer is qualified.",
    "time.event_later": "The time in the event is later than the time stamp.",
    "texts.hash": "The text does not match its hash: it was changed.",
    "texts.absent":
      "{n, plural, one {{n, number} text that the event names is not in the bundle.} other {{n, number} texts that the event names are not in the bundle.}}",
    "chain.record": "The event belongs to another record.",
    "chain.gap": "Event {n} of the record is missing.",
    "chain.prev": "The event does not follow the one that stands before it.",
    "chain.order": "The later event stands before the earlier one in the log.",
    "chain.state": "Such an event cannot follow the one before.",
    "chain.decision": "The kind of the event and the decision in it contradict each other.",
    "chain.end_unknown": "Whether anything followed the last event, such as a withdrawal, the log does not show.",
    "record.malformed": "The summary of the record (record.jsonld) cannot be read.",
    "record.contradicts": "The summary of the record (record.jsonld) does not match the events: {members}.",
    "people.malformed": "The file about the people of an act of the institution cannot be read.",
    "people.none": "The act of the institution is about nobody, but the bundle names somebody.",
    "people.not_in_act":
      "The act of the institution was not about this person, or the details were changed (place {n}).",
    "people.other_act": "The details of the person are of another act of the institution.",
    "people.no_record":
      "The bundle shows that an act of the institution was about somebody of whom it holds no record. Whether that is the same person is not known.",
  },
});

export const problemTexts = texts<ProblemCode>({
  lv: {
    "file.empty": "Datne ir tukša.",
    "file.huge": "Datne ir pārāk liela: pārbaudīt var līdz 1\u00a0GB.",
    "file.not_zip":
      "Tas nav pierādījumu komplekts. Komplekts ir ZIP datne, kuras nosaukums beidzas ar „.consent-proof.zip”.",
    "zip.repacked":
      "Šo ZIP datni ir pārpakojusi cita programma, vai arī tā nav pierādījumu komplekts. Pārbaudiet komplektu tādu, kādu to izsniedza iestāde.",
    "zip.truncated": "Datne nav pilnīga: lejupielāde vai kopēšana pārtrūka. Lejupielādējiet to vēlreiz.",
    "zip.trailing":
      "Datnē ir kas lieks aiz tās beigām vai starp tās daļām. Pārbaudiet komplektu tādu, kādu to izsniedza iestāde.",
    "zip.damaged":
      "Datne ir bojāta vai mainīta: tās kontrolsumma nesakrīt. Lejupielādējiet to vēlreiz vai lūdziet iestādei.",
    "zip.duplicate": "Datnē ir divas daļas ar vienu nosaukumu. Tādu komplektu iestādes programma neveido.",
    "zip.order": "Datnes daļas nav paredzētajā kārtībā. Tādu komplektu iestādes programma neveido.",
    "zip.path": "Datnē ir daļa ar nosaukumu, kāda komplektā nevar būt. Tādu komplektu iestādes programma neveido.",
    "manifest.missing": "Tas nav pierādījumu komplekts: datnē nav satura rādītāja (manifest.json).",
    "manifest.malformed": "Komplekta satura rādītājs (manifest.json) nav lasāms.",
    "manifest.newer": "Komplekts ir jaunākā formātā. Pārbaudiet to ar verify.html, kas ir pašā komplektā.",
    "part.alone": "Komplekts nav pilnīgs: kādai daļai trūkst tās, kurai tā pieder.",
  },
  en: {
    "file.empty": "The file is empty.",
    "file.huge": "The file is too large: up to 1\u00a0GB can be checked.",
    "file.not_zip": "This is not a bundle of proofs. A bundle is a ZIP file whose name ends in “.consent-proof.zip”.",
    "zip.repacked":
      "This ZIP file was packed again by another program, or is no bundle of proofs. Check the bundle as the institution handed it out.",
    "zip.truncated": "The file is not complete: its download or copying broke off. Download it again.",
    "zip.trailing":
      "Something stands behind the end of the file or between its parts. Check the bundle as the institution handed it out.",
    "zip.damaged":
      "The file is damaged or was changed: its checksum does not match. Download it again, or ask the institution for it.",
    "zip.duplicate": "Two parts of the file have one name. The institution’s program makes no such bundle.",
    "zip.order": "The parts of the file are not in their order. The institution’s program makes no such bundle.",
    "zip.path":
      "A part of the file has a name that nothing in a bundle can have. The institution’s program makes no such bundle.",
    "manifest.missing": "This is not a bundle of proofs: the file has no list of contents (manifest.json).",
    "manifest.malformed": "The bundle’s list of contents (manifest.json) cannot be read.",
    "manifest.newer": "The bundle is of a newer format. Check it with the verify.html inside it.",
    "part.alone": "The bundle is not complete: a part is there without the one it belongs to.",
  },
});
