import { PASSWORD_MIN_LENGTH } from "@vera/contracts/identity";
import { DomainError } from "../../platform/index.ts";
import { guessability } from "./guessability.ts";

/** Guesses in "pieces": below this a password is a word or two with decoration. */
const MIN_PIECES = 6;

/** Words that an attacker who knows the person tries first. */
export interface PasswordOwner {
  readonly username: string;
  readonly name: string;
  readonly email?: string | null;
}

/** Throws DomainError "invalid" with what to do; returns nothing where the password may be used. */
export function checkNewPassword(password: string, owner: PasswordOwner): void {
  const length = [...password.normalize("NFKC")].length;
  if (length < PASSWORD_MIN_LENGTH) {
    throw new DomainError(
      "invalid",
      `Use at least ${PASSWORD_MIN_LENGTH} characters; this password has ${length}`,
      {
        key: "passwordTooShort",
        params: { minimum: PASSWORD_MIN_LENGTH },
      },
    );
  }
  if (guessability(password, contextWords(owner)) < MIN_PIECES) {
    throw new DomainError(
      "invalid",
      "This password is among those that are guessed first. Use three or four unrelated words, or a password manager",
      { key: "passwordTooCommon" },
    );
  }
}

function contextWords({ username, name, email }: PasswordOwner): string[] {
  return [username, name, email ?? "", "vera"]
    .flatMap((text) => text.split(/[\s._@-]+/))
    .filter((word) => word.length >= 3);
}
