import { randomBytes } from "node:crypto";
import { RtpMedia } from "./rtp-media.ts";
import { describeMedia } from "./sdp.ts";
import { learnDialog, SipCall } from "./sip-call.ts";
import { type Peer, SipEndpoint } from "./sip-endpoint.ts";
import {
  addressOf,
  buildSip,
  echoedHeaders,
  type Header,
  header,
  type SipMessage,
  userOf,
} from "./sip-message.ts";

/** A call that rings here. */
export interface IncomingCall {
  /** User part of who is called, and of who calls. */
  readonly to: string;
  readonly from: string;
  readonly receivedAtMs: number;
  readonly invite: SipMessage;
  ring(): void;
  answer(): SipCall;
  /** 486 busy, 480 not available, 603 declined … */
  refuse(status: number, reason?: string): void;
  /** Resolves when the caller gave up before an answer. */
  readonly cancelled: Promise<void>;
}

/** Plays a hardware telephone, another exchange or a carrier: each INVITE on this socket is handed to `onCall`. */
export async function receiveCalls({
  host = "127.0.0.1",
  port = 0,
  onCall,
}: Partial<Peer> & { onCall: (call: IncomingCall) => void | Promise<void> }): Promise<SipEndpoint> {
  const endpoint = await SipEndpoint.open({ host, port });
  const seen = new Set<string>();
  endpoint.onNewRequest((message, from) => {
    const method = message.request?.method;
    if (method === "OPTIONS") {
      endpoint.send(buildSip("SIP/2.0 200 OK", echoedHeaders(message, "vera")), from);
    } else if (method === "INVITE" && !seen.has(header(message, "call-id"))) {
      seen.add(header(message, "call-id"));
      void arrive(endpoint, message, from).then(onCall);
    } else if (method === "BYE" || method === "CANCEL") {
      endpoint.send(buildSip("SIP/2.0 481 Gone", echoedHeaders(message, "vera")), from);
    }
  });
  return endpoint;
}

async function arrive(endpoint: SipEndpoint, invite: SipMessage, peer: Peer): Promise<IncomingCall> {
  const receivedAtMs = performance.now();
  const localTag = randomBytes(6).toString("hex");
  const callId = header(invite, "call-id");
  const media = await RtpMedia.open(endpoint.host);
  const contact: Header = ["Contact", `<sip:vera@${endpoint.host}:${endpoint.port}>`];
  let stopAnswering = (): void => undefined;
  const reply = (status: number, reason: string, more: Header[] = [], sdp = ""): string =>
    buildSip(`SIP/2.0 ${status} ${reason}`, [...echoedHeaders(invite, localTag), contact, ...more], sdp);
  const refuse = (status: number, reason = "Refused"): void => {
    endpoint.send(reply(status, reason), peer);
    call.finish({ by: "us", status, reason });
  };
  const call = new SipCall({
    endpoint,
    media,
    dialog: {
      callId,
      localTag,
      local: `${header(invite, "to")};tag=${localTag}`,
      remote: header(invite, "from"),
      target: addressOf(header(invite, "contact")),
      routes: [],
      sequence: 1,
      peer,
    },
    giveUp: () => refuse(480, "Gave up"),
    onInviteAnswer: () => undefined,
    onClosed: () => {
      stopAnswering();
      endpoint.leave(callId);
    },
  });
  learnDialog(call.dialog, invite);
  const cancelled = call.ended.then((end) =>
    end.status === 487 ? undefined : new Promise<void>(() => undefined),
  );
  endpoint.join(callId, {
    receive(message, from) {
      if (message.request?.method === "ACK") stopAnswering();
      // The answer to a CANCEL is its own; the INVITE it cancels ends with 487 (RFC 3261 section 9.2).
      if (message.request?.method === "CANCEL" && !call.isTalking)
        endpoint.send(reply(487, "Cancelled"), peer);
      const repeated =
        message.request?.method === "INVITE" && header(message, "cseq") === header(invite, "cseq");
      if (!repeated) call.receive(message, from);
    },
  });
  return {
    to: userOf(invite.request?.uri ?? ""),
    from: userOf(addressOf(header(invite, "from"))),
    receivedAtMs,
    invite,
    cancelled,
    refuse,
    ring: () => endpoint.send(reply(180, "Ringing"), peer),
    answer() {
      const sdp = describeMedia({ host: endpoint.host, port: media.port });
      const answer = reply(200, "OK", [["Content-Type", "application/sdp"]], sdp);
      stopAnswering = endpoint.sendUntil(answer, peer, () =>
        call.finish({ by: "them", status: 408, reason: "no ACK" }),
      );
      call.confirm(invite.body);
      return call;
    },
  };
}
