export interface Manners {
  readonly ring: boolean;
  readonly refusal: { readonly status: number; readonly reason: string } | null;
  /** What whoever answers says; null: nobody answers. */
  readonly message: string | null;
}

/** Shorter ones are services (911, 107, 144): they always answer. */
const SHORTEST_SUBSCRIBER = 6;

/** How a number of the town behaves, by its last three digits, which are SIP's own codes: 486 busy, 480 nobody at home, 404 not in use. */
export function manners(number: string): Manners {
  const digits = number.replace(/\D/g, "");
  const ending = digits.length >= SHORTEST_SUBSCRIBER ? digits.slice(-3) : "";
  switch (ending) {
    case "486":
      return { ring: false, refusal: { status: 486, reason: "Busy Here" }, message: null };
    case "404":
      return { ring: false, refusal: { status: 404, reason: "Not Found" }, message: null };
    case "480":
      return { ring: true, refusal: null, message: null };
    default:
      return { ring: true, refusal: null, message: messageFor(digits) };
  }
}

function messageFor(digits: string): string {
  const spelled = [...digits].join(", ");
  return `Esto es una demostración. Llamaste al ${spelled}. Nadie de afuera recibió esta llamada.`;
}
