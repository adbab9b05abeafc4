import type { Condition } from "@vera/contracts/ivr-nodes";

export function takesValue(operator: Condition["operator"]): boolean {
  return operator !== "known" && operator !== "unknown";
}

/** As it is typed: a list with commas, numbers and ticks as words. */
export function shownValue({ value }: Condition): string {
  if (value === undefined) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** The typed text as the operator takes it: a list for "one-of", a number where two are compared. */
export function conditionValue({ variable, operator }: Condition, text: string): Condition {
  if (!takesValue(operator)) return { variable, operator };
  if (operator === "one-of") {
    const value = text
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
    return { variable, operator, value };
  }
  const number = Number(text);
  const compared = operator === "more-than" || operator === "less-than";
  return {
    variable,
    operator,
    value: compared && text.trim() !== "" && !Number.isNaN(number) ? number : text,
  };
}
