/** Fixed values of the worked example of the proof format (salts by label, Ed25519 seed 32 × 0x07). */
export const EMAIL_DISCLOSURE =
  "WyJNdmVjcVJMVHZjSjI5c0c1STF4bThoMFMwazg5RzcxdzNyQUZ0aXFjbm1VIiwiZW1haWwiLCJhbm5hQGV4YW1wbGUubHYiXQ";
export const EVENT =
  '{"_sd":["FfoayH5EPCiAkGTjF3UYc1AynA0fQW9f3Xju0HRBTOw","fuAu-4sfdgpW6sd3qtbWur0QSHt9CDRzxpKLSJYje-4","kH-D-HNVNQlhxLNqbjusNJwJnsXZlV15J7uJr3FbiL0"],"_sd_alg":"sha-256","at":"2026-11-22T09:00:00.123Z","basis":"eu-gdpr:A6-1-a","ctl":"https://example.com/#org","eid":"5f0c7a52-6f0e-4a43-9a58-0d8a4f6f9b11","form":{"id":"footer","sha256":"cNNPiFeu644xLgAT__eMzkZ7i04wQGmo6jF-3VnNGY0","ver":"7"},"log":"log.example.com/consent","method":"double-opt-in.post","notice":{"id":"newsletter","lang":"lv","sha256":"jRTD4WEh4DTJYvCuiM61XZL3ATl08uR5EShxMEdbyGQ","ver":"3"},"prev":null,"purposes":[{"broader":"dpv:DirectMarketing","decision":"given","id":"newsletter"}],"rec":"0b7d3b1e-92d4-4a1c-9b53-6c2f7f1d2a90","typ":"consent.given","type":"dpv:ExpressedConsent","until":"withdrawal","v":"consent-event/1"}';
export const SALT = "cbdd20944f938a826d504622b52911dfb8e1bf7b664bf9a516b56375d9364f36";
export const ENTRY = '{"alg":"HMAC-SHA-256","c":"e2AG4sDnYDjTWjvoEAINTIncLZrAMq6yOXpOfTukAdA","t":"consent-event/1"}';
export const LEAF = "664aebaa4d39131f368f8d9a494d6b5c1b38431683986279002f3f9cd526803b";
export const VKEY = "log.example.com/consent+270827b6+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";
export const PROOF_FILE = `c2sp.org/tlog-proof@v1
extra y90glE+TioJtUEYitSkR37jhv3tmS/mlFrVjddk2TzY=
index 1
oLNQuRsHreRvWkQQuUGfuK9yrxBP5QgpXk0OGRxMI/A=

log.example.com/consent
2
gG6PJ+St3JBoU60rxW++M5U3CPKo/9gjRFEm7K48RWg=

— log.example.com/consent JwgntvDEacrQRoi0TwztWibtR5zHAicsHhFgasKpF3smf3BIuLA+Vtf8BHv9D1+tp5Mb9SwuOygdEGI7wFk788C1+gE=
`;
