import type { FlowNode, NodeType, Say } from "@vera/contracts/ivr-nodes";

/** What a new node asks for at once; the draft keeps what is still empty, publishing asks for it. */
interface NewNodeNeeds {
  queueId: string;
  calendarId: string;
  flowId: string;
  emergencyCode: string;
  /** "…", in the designer's language. */
  words: string;
}

/** A node of the kind, whole enough to be kept as a draft. */
export function newNode(type: NodeType, needs: NewNodeNeeds): FlowNode {
  const say: Say = [{ text: needs.words }];
  const { queueId, calendarId, flowId, emergencyCode } = needs;
  const exits = {};
  switch (type) {
    case "say":
    case "recording-notice":
      return { type, exits, say };
    case "menu":
      return { type, exits, say, options: [{ key: "1", label: needs.words }] };
    case "collect-digits":
      return { type, exits, say, variable: "caller.dni", minDigits: 6, maxDigits: 8, check: "dni" };
    case "hours":
      return { type, exits, calendarId };
    case "branch":
      return {
        type,
        exits,
        cases: [{ exit: "yes", when: [{ variable: "caller.number", operator: "known" }] }],
      };
    case "set-data":
      return { type, exits, data: {} };
    case "ticket-status":
    case "hangup":
      return { type, exits };
    case "queue":
      return { type, exits, queueId, maxWaitSeconds: 600, sayPosition: true };
    case "callback":
      return { type, exits, queueId };
    case "voicemail":
      return { type, exits, say, queueId };
    case "transfer":
      return { type, exits, number: "" };
    case "emergency":
      return { type, exits, code: emergencyCode };
    case "go-to-flow":
      return { type, exits, flowId };
  }
}
