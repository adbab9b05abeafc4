import type { FlowGraph, Say } from "@vera/contracts/ivr-nodes";

export const MAIN_NUMBER = "08005551111";
export const VERA_NUMBER = "08005552222";

const text = (words: string): Say => [{ text: words }];
const RECORDING = text("Para cuidar la calidad de la atención, esta llamada se graba.");
const CALLBACK = {
  key: "1",
  afterSeconds: 20,
  say: text("Si querés que te llamemos sin perder tu lugar, marcá 1."),
} as const;

function queueNode(queueId: string): FlowGraph["nodes"][string] {
  return {
    type: "queue",
    queueId,
    maxWaitSeconds: 900,
    everySeconds: 30,
    sayPosition: true,
    sayEstimatedWait: true,
    callback: CALLBACK,
    exits: {
      timeout: "take-message",
      overflow: "take-message",
      closed: "take-message",
      callback: "goodbye",
    },
  };
}

function endings(queueId: string): FlowGraph["nodes"] {
  return {
    "take-message": {
      type: "voicemail",
      name: "Mensaje de voz",
      queueId,
      say: text(
        "En este momento no podemos atenderte. Dejanos tu nombre, tu teléfono y tu consulta después de la señal, y te llamamos.",
      ),
      maxSeconds: 120,
      exits: { left: "goodbye", empty: "goodbye" },
    },
    goodbye: { type: "hangup", say: text("Gracias por comunicarte. Hasta luego."), exits: {} },
  };
}

/** The main number: always open, so that a demonstration answers at night too. */
export function mainFlow(ids: {
  readonly calendarId: string;
  readonly queues: Readonly<Record<string, string>>;
}): FlowGraph {
  const queue = (code: string): FlowGraph["nodes"][string] => queueNode(ids.queues[code] ?? "");
  return {
    start: "open",
    onError: "to-general",
    nodes: {
      open: {
        type: "hours",
        name: "Horario",
        calendarId: ids.calendarId,
        exits: { open: "welcome", closed: "take-message" },
      },
      welcome: {
        type: "say",
        name: "Bienvenida",
        say: text("Hola. Te comunicaste con la Provincia de Santa Fe. Este es un sistema de demostración."),
        interruptible: true,
        exits: { next: "recording" },
      },
      recording: {
        type: "recording-notice",
        name: "Aviso de grabación",
        say: RECORDING,
        exits: { next: "menu" },
      },
      menu: {
        type: "menu",
        name: "Menú principal",
        say: text(
          "Por agua y cloacas, marcá 1. Por salud y turnos, marcá 2. Por impuestos y patente, marcá 3. Por energía, marcá 4. Para saber cómo sigue tu reclamo, marcá 5. Para hablar con una persona por otro tema, marcá 0.",
        ),
        options: [
          { key: "1", label: "Agua y cloacas" },
          { key: "2", label: "Salud y turnos" },
          { key: "3", label: "Impuestos y patente" },
          { key: "4", label: "Energía" },
          { key: "5", label: "Estado de un reclamo" },
          { key: "0", label: "Otro tema" },
        ],
        noInputSay: text("No recibimos ninguna tecla."),
        noMatchSay: text("Esa opción no existe."),
        exits: {
          "1": "to-agua",
          "2": "to-salud",
          "3": "to-impuestos",
          "4": "to-energia",
          "5": "status",
          "0": "to-general",
          "no-input": "to-general",
          "no-match": "to-general",
        },
      },
      status: {
        type: "ticket-status",
        name: "Estado de un reclamo",
        exits: { told: "anything-else", "not-found": "anything-else", "no-input": "to-general" },
      },
      "anything-else": {
        type: "menu",
        name: "¿Algo más?",
        say: text("Para hablar con una persona, marcá 0. Si ya está, podés cortar."),
        options: [{ key: "0", label: "Hablar con una persona" }],
        attempts: 1,
        exits: { "0": "to-general", "no-input": "goodbye", "no-match": "to-general" },
      },
      "to-agua": queue("agua"),
      "to-salud": queue("salud"),
      "to-impuestos": queue("impuestos"),
      "to-energia": queue("energia"),
      "to-general": queue("general"),
      ...endings(ids.queues["general"] ?? ""),
    },
  };
}

/** A municipality with hours of its own: outside them it says so and takes a message. */
export function municipalFlow(ids: { readonly calendarId: string; readonly queueId: string }): FlowGraph {
  return {
    start: "hours",
    nodes: {
      hours: {
        type: "hours",
        name: "Horario municipal",
        calendarId: ids.calendarId,
        exits: { open: "welcome", closed: "closed", holiday: "holiday" },
      },
      closed: {
        type: "say",
        say: text(
          "Hola. Te comunicaste con la Municipalidad de Vera. Atendemos de lunes a viernes de 7 a 13.",
        ),
        exits: { next: "take-message" },
      },
      holiday: {
        type: "say",
        say: text("Hola. Te comunicaste con la Municipalidad de Vera. Hoy es feriado y no atendemos."),
        exits: { next: "take-message" },
      },
      welcome: {
        type: "say",
        say: text("Hola. Te comunicaste con la Municipalidad de Vera. Este es un sistema de demostración."),
        interruptible: true,
        exits: { next: "recording" },
      },
      recording: { type: "recording-notice", say: RECORDING, exits: { next: "queue" } },
      queue: queueNode(ids.queueId),
      ...endings(ids.queueId),
    },
  };
}
