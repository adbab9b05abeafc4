import { randomBytes } from "node:crypto";
import type { SoftphoneCredentials } from "@vera/contracts/voice";
import { answerChallenge } from "../../server/src/voice/user-agent/sip-digest.ts";
import {
  buildSip,
  echoedHeaders,
  type Header,
  header,
  parseSip,
  type SipMessage,
} from "../../server/src/voice/user-agent/sip-message.ts";
import type { ApiSession } from "./api-session.ts";
import { waitFor } from "./wait-for.ts";

/** The telephone of an agent without a browser: registers over the desk's own door and rings. It is never lifted. */
export class RingingPhone {
  readonly #socket: WebSocket;
  readonly #account: SoftphoneCredentials;
  readonly #callId = randomBytes(12).toString("hex");
  readonly #host = `${randomBytes(6).toString("hex")}.invalid`;
  #sequence = 0;
  #status = 0;
  #ringing: SipMessage | undefined;

  private constructor(socket: WebSocket, account: SoftphoneCredentials) {
    this.#socket = socket;
    this.#account = account;
    socket.addEventListener("open", () => this.#register());
    socket.addEventListener("message", ({ data }) => {
      const message = parseSip(String(data));
      if (message?.request) this.#answer(message, message.request.method);
      else if (message) this.#registered(message);
    });
  }

  static async register(url: string, api: ApiSession): Promise<RingingPhone> {
    const { body: account } = await api.post<SoftphoneCredentials>("/softphone");
    const socket = new WebSocket(`${url.replace(/^http/, "ws")}${account.wsPath}`, {
      protocols: ["sip"],
      headers: api.headers,
    } as unknown as string[]);
    const phone = new RingingPhone(socket, account);
    await waitFor(() => phone.#status === 200, { what: () => `a registration, but SIP ${phone.#status}` });
    return phone;
  }

  async rings(timeoutMs = 10_000): Promise<void> {
    await waitFor(() => this.#ringing !== undefined, { what: "a ringing telephone", timeoutMs });
  }

  async isQuiet(timeoutMs = 10_000): Promise<void> {
    await waitFor(() => this.#ringing === undefined, { what: "a telephone that stops ringing", timeoutMs });
  }

  close(): void {
    this.#socket.close();
  }

  #register(more: readonly Header[] = []): void {
    const { uri, username } = this.#account;
    this.#sequence += 1;
    const registrar = `sip:${uri.split("@")[1]}`;
    this.#socket.send(
      buildSip(`REGISTER ${registrar} SIP/2.0`, [
        ["Via", `SIP/2.0/WS ${this.#host};branch=z9hG4bK${randomBytes(8).toString("hex")}`],
        ["Max-Forwards", "70"],
        ["From", `<${uri}>;tag=${this.#callId.slice(0, 8)}`],
        ["To", `<${uri}>`],
        ["Call-ID", this.#callId],
        ["CSeq", `${this.#sequence} REGISTER`],
        ["Contact", `<sip:${username}@${this.#host};transport=ws>`],
        ["Expires", "300"],
        ...more,
      ]),
    );
  }

  #registered(answer: SipMessage): void {
    this.#status = answer.status;
    if (answer.status !== 401 || this.#sequence > 1) return;
    const { uri, username, secret } = this.#account;
    const value = answerChallenge(header(answer, "www-authenticate"), {
      method: "REGISTER",
      uri: `sip:${uri.split("@")[1]}`,
      username,
      password: secret,
    });
    this.#register([["Authorization", value]]);
  }

  #answer(request: SipMessage, method: string): void {
    const reply = (to: SipMessage, status: string): void =>
      this.#socket.send(
        buildSip(`SIP/2.0 ${status}`, [
          ...echoedHeaders(to, "phone"),
          ["Contact", `<sip:${this.#account.username}@${this.#host};transport=ws>`],
        ]),
      );
    if (method === "INVITE") {
      this.#ringing = request;
      reply(request, "180 Ringing");
    } else if (method !== "ACK") {
      reply(request, "200 OK");
      if (method === "CANCEL" && this.#ringing) reply(this.#ringing, "487 Request Terminated");
      if (method === "CANCEL") this.#ringing = undefined;
    }
  }
}
