/**
 * The centre's base script: the five moves of any contact (ISO 18295-1, 5.3: identify, understand, inform,
 * register, close). Each step says a sentence aloud and puts the right tool under the hand.
 */
export const SCRIPT_STEPS = ["greet", "listen", "inform", "register", "close"] as const;
export type ScriptStep = (typeof SCRIPT_STEPS)[number];

/** The step to stand on: the chosen one, else the first that is not done. */
export function currentStep(chosen: string | null, done: readonly string[]): ScriptStep {
  const known = SCRIPT_STEPS.find((step) => step === chosen);
  return known ?? SCRIPT_STEPS.find((step) => !done.includes(step)) ?? "close";
}

export function neighbourStep(step: ScriptStep, by: 1 | -1): ScriptStep | null {
  return SCRIPT_STEPS[SCRIPT_STEPS.indexOf(step) + by] ?? null;
}
