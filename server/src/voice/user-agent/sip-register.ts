import { randomBytes } from "node:crypto";
import { answerChallenge, type Credentials } from "./sip-digest.ts";
import type { Peer, SipEndpoint } from "./sip-endpoint.ts";
import { buildSip, type Header, header, type SipMessage } from "./sip-message.ts";

/** Registers as a telephone or another exchange does; resolves with the last SIP status: 200, 401, 403 … */
export async function register(
  endpoint: SipEndpoint,
  { to, username, password, expiresSeconds = 300 }: Credentials & { to: Peer; expiresSeconds?: number },
): Promise<number> {
  const callId = randomBytes(12).toString("hex");
  const uri = `sip:${to.host}:${to.port}`;
  const me = `<sip:${username}@${to.host}>`;
  const tag = randomBytes(6).toString("hex");
  const ask = async (sequence: number, more: Header[]): Promise<SipMessage> => {
    const message = buildSip(`REGISTER ${uri} SIP/2.0`, [
      ["Via", endpoint.via()],
      ["Max-Forwards", "70"],
      ["From", `${me};tag=${tag}`],
      ["To", me],
      ["Call-ID", callId],
      ["CSeq", `${sequence} REGISTER`],
      ["Contact", `<sip:${username}@${endpoint.host}:${endpoint.port}>`],
      ["Expires", String(expiresSeconds)],
      ...more,
    ]);
    return await new Promise((resolve, reject) => {
      const stop = endpoint.sendUntil(message, to, () =>
        reject(new Error("nobody answers the registration")),
      );
      endpoint.join(callId, {
        receive(answer) {
          stop();
          if (answer.status >= 200) resolve(answer);
        },
      });
    });
  };
  try {
    const first = await ask(1, []);
    if (first.status !== 401) return first.status;
    const challenge = header(first, "www-authenticate");
    const value = answerChallenge(challenge, { method: "REGISTER", uri, username, password });
    return (await ask(2, [["Authorization", value]])).status;
  } finally {
    endpoint.leave(callId);
  }
}
