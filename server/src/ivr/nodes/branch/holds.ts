import type { Condition } from "@vera/contracts/ivr-nodes";
import type { CallData, DataValue } from "../../flow-services.ts";

/** Values are compared as text, since what callers type is text; "more-than" and "less-than" as numbers. */
export function holds(condition: Condition, data: CallData): boolean {
  const actual = data[condition.variable] ?? null;
  const { value } = condition;
  switch (condition.operator) {
    case "known":
      return actual !== null && actual !== "";
    case "unknown":
      return actual === null || actual === "";
    case "is":
      return same(actual, value);
    case "is-not":
      return !same(actual, value);
    case "one-of":
      return Array.isArray(value) && value.some((one) => same(actual, one));
    case "starts-with":
      return actual !== null && typeof value === "string" && String(actual).startsWith(value);
    case "more-than":
      return compares(actual, value, (a, b) => a > b);
    case "less-than":
      return compares(actual, value, (a, b) => a < b);
  }
}

function same(actual: DataValue, wanted: Condition["value"]): boolean {
  return actual !== null && wanted !== undefined && String(actual) === String(wanted);
}

function compares(
  actual: DataValue,
  wanted: Condition["value"],
  test: (a: number, b: number) => boolean,
): boolean {
  if (actual === null || actual === "" || wanted === undefined) return false;
  const [a, b] = [Number(actual), Number(wanted)];
  return Number.isFinite(a) && Number.isFinite(b) && test(a, b);
}
