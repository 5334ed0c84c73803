/**
 * Terms that exist in DPV 2.3 (W3C DPVCG, published 2026-02-25), by their names only: those of the parts that a consent record
 * draws on, not the whole vocabulary. Looked up one by one in github.com/w3c/dpv, folder `2.3` (commit b70b397a, where a
 * file is missing there 5af89370 or 9c49d800): dpv/dpv.csv and dpv/modules/{consent_status.ttl, consent_types.csv,
 * consent_controls.ttl, notice.csv, process.csv, processing.csv, entities_legalrole.csv, context.csv},
 * legal/eu/gdpr/modules/{rights,legal_basis}.ttl, legal/eu/legal-eu.ttl, loc/modules/memberships.csv. `pd:EmailAddress`, `loc:LV`,
 * `dpv:PersonalData` and `dpv:Purpose` as in the sample of PROOF 1.4.
 */
const list = (text: string) => text.trim().split(/\s+/);

export const VOCABULARY: Readonly<Record<string, ReadonlySet<string>>> = {
  dpv: new Set(
    list(`
      Collect CommunicationForCustomerCare CommunicationManagement Consent ConsentControl ConsentExpired ConsentGiven
      ConsentInvalidated ConsentManagement ConsentNotice ConsentReceipt ConsentRecord ConsentRefused
      ConsentRequestDeferred ConsentRequested ConsentRevoked ConsentStatus ConsentStatusInvalidForProcessing
      ConsentStatusValidForProcessing ConsentUnknown ConsentWithdrawn Copy DataController DataProcessingRecord
      DataProcessor DataProtectionAuthority DataProtectionOfficer DataSource DataSubProcessor DataSubject
      DataSubjectDataSource DataSubjectRight Delete Duration EndlessDuration Erase ExplicitlyExpressedConsent
      ExpressedConsent FixedOccurrencesDuration ImpliedConsent IndeterminateDuration InformedConsent JointDataControllers
      ManageConsent Necessity NotRequired Notice ObtainConsent Optional PersonalData PersonalDataProcess PrivacyNotice
      Process Processing ProvideConsent Purpose ReaffirmConsent Recipient RefuseConsent Remove RenewedConsentGiven Required
      Service Store StorageCondition StorageDeletion StorageDuration StorageLocation StorageRestoration Subscriber
      TemporalDuration ThirdParty Transmit UninformedConsent UntilEventDuration UntilTimeDuration Use WithdrawConsent
      hasApplicableLaw hasAuthority hasConsentControl hasConsentStatus hasContact hasContext hasCountry hasData
      hasDataController hasDataProcessor hasDataProtectionOfficer hasDataSource hasDataSubject hasDuration hasEntity
      hasIdentifier hasIndicationMethod hasJurisdiction hasJustification hasLegalBasis hasLocation hasName hasNecessity
      hasNotice hasNoticeStatus hasOrganisationalMeasure hasPersonalData hasPolicy hasProcess hasProcessing
      hasProcessingCondition hasPurpose hasRecipient hasRecipientThirdParty hasRecordOfActivity hasRight hasRule hasScope
      hasService hasStatus hasStorageCondition hasTechnicalMeasure hasThirdParty isAuthorityFor isExercisedAt
      isImplementedByEntity isIndicatedAtTime isIndicatedBy isPolicyFor isRepresentativeFor`),
  ),
  pd: new Set(["EmailAddress"]),
  loc: new Set(list("EEA EEA30 EEA31 EU EU27 EU28 LV")),
  "eu-gdpr": new Set(
    list(`
      A6-1-a A6-1-a-explicit-consent A6-1-a-non-explicit-consent A6-1-b A6-1-b-contract-performance
      A6-1-b-enter-into-contract A6-1-c A6-1-d A6-1-d-data-subject A6-1-d-natural-person A6-1-e
      A6-1-e-official-authority A6-1-e-public-interest A6-1-f A6-1-f-controller A6-1-f-third-party A7-3 A13 A14 A15 A16 A17
      A18 A19 A20 A21 A22 A22-3-a A22-3-b A22-3-c A77 A78 A79 Consent DirectDataCollectionNotice
      IndirectDataCollectionNotice RightsRecipientsNotice SARNotice`),
  ),
  "legal-eu": new Set(list("DPA-EDPB DPA-EDPS law-AIAct law-DGA law-DMA law-DSA law-DataAct law-GDPR")),
};

/** What the DPV guide writes and DPV 2.3 does not have (PROOF 1.3). */
export const GUIDE_ONLY = list(`
  dpv:ConsentTerminated eu-gdpr:GDPR pd:Email dpv:hasDataStorageCondition dpv:hasDataProcessingCondition
  dpv:hasProcessingAutomation dpv:hasAutomation dpv:hasLegalName dpv:isImplementedBy dpv:WithdrawingFromActivity
  dpv:JointDataController dpv:FullyAutomatedProcessing dpv:FederatedLocation dpv:DataProcessorDataSource dpv:ConsentType
  dpv:Analytics dpv:ProcessingFrequency dpv:ScaleOfProcessing dpv:AutomationOfProcessing loc:France`);

/** Every name with one of these prefixes that stands anywhere in a view, as a member or as a value. */
export function termsOf(view: unknown): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === "string") {
      if (Object.keys(VOCABULARY).some((prefix) => value.startsWith(`${prefix}:`))) found.add(value);
    } else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === "object" && value !== null)
      for (const [name, inner] of Object.entries(value)) {
        if (name === "@context") continue;
        look(name);
        look(inner);
      }
  };
  look(view);
  return found;
}

/** Terms that do not exist. */
export function unknownTerms(view: unknown): string[] {
  return [...termsOf(view)].filter((term) => {
    const at = term.indexOf(":");
    return !VOCABULARY[term.slice(0, at)]?.has(term.slice(at + 1));
  });
}
