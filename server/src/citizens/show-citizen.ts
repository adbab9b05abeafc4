import type { Citizen, ContactPoint, Identifier, TenantDetail } from "@vera/contracts/citizens";
import { displayName } from "./normalize-name.ts";
import { showCuit, showDni } from "./read-document.ts";
import { showPhone } from "./read-phone.ts";
import type { StoredCitizen, StoredContactPoint, StoredIdentifier } from "./store.ts";

/** The whole record as the desk gets it. */
export function showCitizen(stored: StoredCitizen, details: readonly TenantDetail[]): Citizen {
  const { verificationMethod, verifiedAt, verifiedByName } = stored;
  return {
    id: stored.id,
    givenName: stored.givenName,
    familyName: stored.familyName,
    chosenName: stored.chosenName,
    displayName: displayName(stored),
    birthOn: stored.birthOn,
    verification: {
      state: verifiedAt ? "verified" : "unverified",
      method: verificationMethod,
      at: verifiedAt?.toISOString() ?? null,
      byName: verifiedByName,
    },
    identifiers: stored.identifiers.map(showIdentifier),
    contactPoints: stored.contactPoints.map(showContactPoint),
    preferredChannel: stored.preferredChannel,
    preferredTime: stored.preferredTime,
    takeIntoAccount: stored.takeIntoAccount,
    details: [...details],
    version: stored.version,
    createdAt: stored.createdAt.toISOString(),
    updatedAt: stored.updatedAt.toISOString(),
  };
}

function showIdentifier({ id, kind, value, country }: StoredIdentifier): Identifier {
  const shown = { dni: showDni, cuil: showCuit, passport: (text: string) => text }[kind](value);
  return { id, kind, value, shown, country };
}

function showContactPoint(point: StoredContactPoint): ContactPoint {
  const { id, kind, value, line, label, preferred, verifiedAt } = point;
  const shown = kind === "phone" ? showPhone(value, line) : value;
  return {
    id,
    kind,
    value,
    shown,
    line,
    label,
    preferred,
    verifiedAt: verifiedAt && new Date(verifiedAt).toISOString(),
  };
}
