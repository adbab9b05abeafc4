import type { FlowNode, NodeType } from "@vera/contracts/ivr-nodes";
import type { NodeKind } from "../node-kind.ts";
import { branch } from "./branch/node.ts";
import { callback } from "./callback/node.ts";
import { collectDigits } from "./collect-digits/node.ts";
import { emergency } from "./emergency/node.ts";
import { goToFlow } from "./go-to-flow/node.ts";
import { hangup } from "./hangup/node.ts";
import { hours } from "./hours/node.ts";
import { menu } from "./menu/node.ts";
import { queue } from "./queue/node.ts";
import { recordingNotice } from "./recording-notice/node.ts";
import { say } from "./say/node.ts";
import { setData } from "./set-data/node.ts";
import { ticketStatus } from "./ticket-status/node.ts";
import { transfer } from "./transfer/node.ts";
import { voicemail } from "./voicemail/node.ts";

/** A node's folder becomes part of the product by its line here. */
const KINDS: { readonly [Type in NodeType]: NodeKind<Type> } = {
  branch,
  callback,
  "collect-digits": collectDigits,
  emergency,
  "go-to-flow": goToFlow,
  hangup,
  hours,
  menu,
  queue,
  "recording-notice": recordingNotice,
  say,
  "set-data": setData,
  "ticket-status": ticketStatus,
  transfer,
  voicemail,
};

export const nodeKinds = {
  all: Object.values(KINDS) as readonly NodeKind[],
  /** The kind of a node; the table above keys each kind by its own type, which the compiler cannot follow through a union. */
  of(node: FlowNode): NodeKind {
    return KINDS[node.type] as NodeKind;
  },
};
