import type { IdentifierKind, NewIdentifier } from "@vera/contracts/citizens";
import { DomainError } from "../platform/index.ts";
import { type DocumentError, documentOfCuil, readCuil, readDni, readPassport } from "./read-document.ts";

/** An identifier in the form the register keeps. */
export interface KnownIdentifier {
  readonly kind: IdentifierKind;
  readonly country: string;
  readonly value: string;
  /** The document number inside a dni or cuil; null for a passport. */
  readonly document: string | null;
}

const READERS = { dni: readDni, cuil: readCuil, passport: readPassport } as const;

const WHY: Record<DocumentError, string> = {
  characters: "has characters that do not belong in it",
  length: "has too many or too few digits",
  type: "starts with a type that does not exist",
  organisation: "is of an organisation, not of a person",
  "check-digit": "has a wrong digit: its check digit does not match",
};

const KEYS: Record<DocumentError, string> = {
  characters: "documentCharacters",
  length: "documentLength",
  type: "documentType",
  organisation: "documentOfOrganisation",
  "check-digit": "documentCheckDigit",
};

export function readIdentifiers(given: readonly NewIdentifier[]): KnownIdentifier[] {
  const known = given.map(readIdentifier);
  const distinct = new Map(known.map((identifier) => [identifierKey(identifier), identifier]));
  return [...distinct.values()];
}

function readIdentifier({ kind, value, country }: NewIdentifier): KnownIdentifier {
  const reading = READERS[kind](value);
  if (!reading.ok) {
    throw new DomainError("invalid", `The ${kind} ${WHY[reading.error]}`, {
      key: KEYS[reading.error],
      params: { kind },
    });
  }
  return {
    kind,
    country: kind === "passport" ? (country ?? "AR") : "AR",
    value: reading.value,
    document: documentIn(kind, reading.value),
  };
}

function documentIn(kind: IdentifierKind, value: string): string | null {
  switch (kind) {
    case "dni":
      return value;
    case "cuil":
      return documentOfCuil(value);
    case "passport":
      return null;
  }
}

export function identifierKey({ kind, country, value }: Omit<KnownIdentifier, "document">): string {
  return `${kind}:${country}:${value}`;
}
