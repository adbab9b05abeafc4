/** Digits as people type them, long enough to be a number: three for 147, signs and spaces between. */
const TYPED = /^\+?\d[\d\s().-]{2,24}$/;

/** The number without its punctuation, or null when the text is no number. */
export function dialable(text: string): string | null {
  const trimmed = text.trim();
  return TYPED.test(trimmed) ? trimmed.replace(/[^\d+]/g, "") : null;
}
