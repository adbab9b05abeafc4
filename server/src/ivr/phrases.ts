/** What the exchange says by itself, in the citizen's Spanish (es-AR, voseo). Voiced once at start, so that nobody waits for it. */
export const PHRASES = {
  apology:
    "Tenemos un problema técnico y no podemos seguir con la llamada. Por favor, volvé a llamar en unos minutos.",
  noInput: "No escuchamos ninguna opción.",
  noMatch: "Esa opción no existe.",
  invalidDigits: "El número no es correcto.",
  weHeard: "Marcaste",
  confirmDigits: "Si está bien, marcá 1. Para marcarlo de nuevo, marcá 2.",
  emergency: "Te comunicamos con emergencias. No cortes.",
  emergencyRetry: "Seguimos intentando. No cortes.",
  emergencyFailed: "No pudimos comunicarte. Por favor, cortá y marcá directamente",
  ticketFound: "El reclamo número",
  ticketNotFound: "No encontramos ese número. Revisá los números del comprobante.",
  callbackOwnNumber: "Te vamos a llamar al",
  callbackChoice: "Si está bien, marcá 1. Para que te llamemos a otro número, marcá 2.",
  callbackAskNumber: "Marcá el número con código de área, sin el cero y sin el quince, y al final numeral.",
  callbackBadNumber: "A ese número no podemos llamar.",
  callbackDone: "Listo. Te vamos a llamar. Gracias por comunicarte.",
  callbackRefused: "En este momento no podemos tomar el pedido de llamada.",
  queuePosition: "Sos el número",
  queuePositionEnd: "en la fila.",
  queueNext: "Sos la próxima persona en ser atendida.",
  queueWait: "La espera estimada es de",
  queueCallback: "te llamamos sin perder tu lugar.",
  voicemailDone: "Tu mensaje quedó grabado. Gracias por comunicarte.",
  transferFailed: "El número no responde.",
} as const;

export function phrase(name: keyof typeof PHRASES): { text: string } {
  return { text: PHRASES[name] };
}
