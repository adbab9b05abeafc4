import type {
  Citizen,
  ContactPoint,
  IdentifierKind,
  NewCitizen,
  NewContactPoint,
  NewIdentifier,
  PreferredChannel,
} from "@vera/contracts/citizens";

/** What the form shows: the first document, phone and e-mail; the others stay as they are. */
export interface CitizenFields {
  givenName: string;
  familyName: string;
  chosenName: string;
  identifierKind: IdentifierKind;
  identifier: string;
  birthOn: string;
  phone: string;
  email: string;
  preferredChannel: string;
  preferredTime: string;
  takeIntoAccount: string;
}

export function fieldsOf(citizen: Citizen | undefined, callerNumber: string | null): CitizenFields {
  const identifier = citizen?.identifiers[0];
  return {
    givenName: citizen?.givenName ?? "",
    familyName: citizen?.familyName ?? "",
    chosenName: citizen?.chosenName ?? "",
    identifierKind: identifier?.kind ?? "dni",
    identifier: identifier?.shown ?? "",
    birthOn: citizen?.birthOn ?? "",
    phone: firstOf(citizen, "phone")?.shown ?? (citizen ? "" : (callerNumber ?? "")),
    email: firstOf(citizen, "email")?.value ?? "",
    preferredChannel: citizen?.preferredChannel ?? "",
    preferredTime: citizen?.preferredTime ?? "",
    takeIntoAccount: citizen?.takeIntoAccount ?? "",
  };
}

type CitizenChange = Omit<NewCitizen, "tenantId" | "interactionId">;

/** Fields back to what the API takes. Lists are sent whole, so those that the form does not show are kept. */
export function toChange(fields: CitizenFields, citizen: Citizen | undefined): CitizenChange {
  const [, ...otherIdentifiers] = citizen?.identifiers ?? [];
  const shown = [firstOf(citizen, "phone"), firstOf(citizen, "email")];
  const otherPoints = (citizen?.contactPoints ?? []).filter((point) => !shown.includes(point));
  const identifiers: NewIdentifier[] = [
    ...(fields.identifier.trim() ? [{ kind: fields.identifierKind, value: fields.identifier.trim() }] : []),
    ...otherIdentifiers.map(({ kind, value, country }) => ({ kind, value, country })),
  ];
  const contactPoints: NewContactPoint[] = [
    ...contact("phone", fields.phone, shown[0]),
    ...contact("email", fields.email, shown[1]),
    ...otherPoints.map(({ kind, value, label, preferred }) => ({ kind, value, label, preferred })),
  ];
  return {
    givenName: fields.givenName.trim(),
    familyName: fields.familyName.trim(),
    chosenName: orNull(fields.chosenName),
    birthOn: orNull(fields.birthOn),
    identifiers,
    contactPoints,
    preferredChannel: orNull(fields.preferredChannel) as PreferredChannel | null,
    preferredTime: orNull(fields.preferredTime),
    takeIntoAccount: orNull(fields.takeIntoAccount),
  };
}

/** What was not touched goes back in its stored form, so that it keeps its verification. */
function contact(
  kind: "phone" | "email",
  typed: string,
  before: ContactPoint | undefined,
): NewContactPoint[] {
  const text = typed.trim();
  if (text === "") return [];
  if (before && (text === before.shown || text === before.value)) {
    return [{ kind, value: before.value, label: before.label, preferred: before.preferred }];
  }
  return [{ kind, value: text }];
}

function firstOf(citizen: Citizen | undefined, kind: "phone" | "email"): ContactPoint | undefined {
  return citizen?.contactPoints.find((point) => point.kind === kind);
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
