import { type CitizenId, type Context, DomainError } from "../platform/index.ts";
import { identifierKey, type KnownIdentifier } from "./read-identifiers.ts";
import { type IdentifierOwner, lockIdentifier, ownersOf } from "./store.ts";

interface Candidate {
  readonly citizenId: CitizenId;
  readonly birthOn: string | null;
  readonly identifiers: readonly KnownIdentifier[];
}

/**
 * A person is registered once. A CUIL or a passport is one person's; a document number is, unless birth dates or
 * CUILs say otherwise (LE and LC numbers were given out twice). Phones and e-mails never decide: families share them.
 */
export async function refuseDuplicate(ctx: Context, candidate: Candidate): Promise<void> {
  const keys = candidate.identifiers.map((known) => known.document ?? identifierKey(known));
  // In one order everywhere, so that two transactions never wait for each other in a circle.
  for (const key of [...new Set(keys)].sort()) await lockIdentifier(ctx, key);
  for (const known of candidate.identifiers) {
    const owner = (await ownersOf(ctx, known, candidate.citizenId)).find((other) =>
      isSamePerson(candidate, known, other),
    );
    if (!owner) continue;
    throw new DomainError(
      "conflict",
      `Somebody with this ${known.kind} is already registered: open that record`,
      {
        key: "citizenAlreadyRegistered",
        params: { kind: known.kind, citizenId: owner.citizenId },
      },
    );
  }
}

function isSamePerson(candidate: Candidate, known: KnownIdentifier, owner: IdentifierOwner): boolean {
  if (owner.kind === known.kind && owner.kind !== "dni") return owner.value === known.value;
  const ownCuil = candidate.identifiers.find(({ kind }) => kind === "cuil")?.value;
  if (owner.kind === "cuil" && ownCuil !== undefined) return owner.value === ownCuil;
  if (candidate.birthOn !== null && owner.birthOn !== null) return candidate.birthOn === owner.birthOn;
  return true;
}
