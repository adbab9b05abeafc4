import { randomBytes } from "node:crypto";
import { InviteClient } from "./invite-client.ts";
import { RtpMedia } from "./rtp-media.ts";
import { describeMedia } from "./sdp.ts";
import { learnDialog, SipCall } from "./sip-call.ts";
import type { Credentials } from "./sip-digest.ts";
import { SipEndpoint } from "./sip-endpoint.ts";

export interface CallOptions {
  /** Number or user that calls. */
  readonly from: string;
  /** Number or user that is called. */
  readonly to: string;
  /** Where the exchange listens. */
  readonly host: string;
  readonly port: number;
  readonly displayName?: string;
  /** For an exchange that asks who we are. */
  readonly credentials?: Credentials;
  /** Our own address; loopback unless told otherwise. */
  readonly localHost?: string;
  /** Shares a socket with other calls; without it the call has its own and closes it. */
  readonly endpoint?: SipEndpoint;
}

/** Dials. Returns at once; `await call.answered()` waits for the other side. */
export async function placeCall(options: CallOptions): Promise<SipCall> {
  const endpoint = options.endpoint ?? (await SipEndpoint.open({ host: options.localHost ?? "127.0.0.1" }));
  const media = await RtpMedia.open(endpoint.host);
  const callId = randomBytes(12).toString("hex");
  const localTag = randomBytes(6).toString("hex");
  const peer = { host: options.host, port: options.port };
  const uri = `sip:${options.to}@${peer.host}:${peer.port}`;
  const name = options.displayName ? `"${options.displayName}" ` : "";
  const local = `${name}<sip:${options.from}@${endpoint.host}:${endpoint.port}>;tag=${localTag}`;
  const remote = `<${uri}>`;
  const call = new SipCall({
    endpoint,
    media,
    dialog: { callId, localTag, local, remote, target: uri, routes: [], sequence: 1, peer },
    giveUp: () => invite.cancel(),
    onInviteAnswer: (message) => invite.receive(message),
    onClosed: () => {
      invite.stop();
      endpoint.leave(callId);
      if (!options.endpoint) endpoint.close();
    },
  });
  const invite = new InviteClient({
    endpoint,
    peer,
    callId,
    uri,
    from: local,
    to: remote,
    contact: `<sip:${options.from}@${endpoint.host}:${endpoint.port}>`,
    sdp: describeMedia({ host: endpoint.host, port: media.port }),
    credentials: options.credentials,
    onProgress: (message) => {
      call.times.ringingAtMs ??= performance.now();
      if (message.body) call.connectMedia(message.body); // early media: what the network plays before the answer
    },
    onAnswer: (message) => {
      learnDialog(call.dialog, message);
      call.dialog.sequence = Math.max(call.dialog.sequence, invite.sequence);
      call.acknowledge(invite.sequence);
      call.confirm(message.body);
    },
    onRefused: (status, reason) => {
      const by = status === 487 ? "us" : "them";
      call.finish({ by, status, reason });
    },
  });
  endpoint.join(callId, call);
  call.times.invitedAtMs = performance.now();
  invite.send();
  return call;
}
