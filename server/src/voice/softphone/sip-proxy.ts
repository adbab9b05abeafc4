import { type RawData, WebSocket } from "ws";
import {
  DomainError,
  type Http,
  type Logger,
  type Principal,
  requireOwnOrigin,
} from "../../platform/index.ts";
import { SIP_PATH } from "./phones.ts";

/** A browser that does not read, or a flood, is cut before it fills our memory. */
const MOST_BUFFERED_BYTES = 262_144;
const MOST_EARLY_MESSAGES = 16;
/** A browser answers pings by itself (RFC 6455 5.5.3), whatever its pages do: one that is silent for this long is gone. */
const PING_EVERY_MS = 2_000;
const SILENCE_MS = 5_000;

export interface SipProxyOptions {
  /** Asterisk's own socket, on loopback. Changes when Asterisk is started anew. */
  readonly target: () => string;
  readonly log: Logger;
}

/** The only way from a browser to Asterisk's SIP: signed in, from our own pages, text that we carry but do not read (RFC 7118). */
export class SipProxy {
  readonly #options: SipProxyOptions;
  readonly #pairs = new Set<{ principal: Principal; end: () => void }>();

  constructor(options: SipProxyOptions) {
    this.#options = options;
  }

  route(http: Http): void {
    http.routes.push({ method: "GET", url: SIP_PATH, permission: "signed-in" });
    http.app.get(
      SIP_PATH,
      {
        websocket: true,
        schema: { summary: "SIP over WebSocket (RFC 7118), subprotocol sip", tags: ["voice"] },
        preValidation: async (request) => {
          if (request.principal.actor.kind === "anonymous") {
            throw new DomainError("unauthenticated", "Sign in first");
          }
          requireOwnOrigin(request);
        },
      },
      (socket, { principal }) => this.#join(socket, principal),
    );
  }

  /** The login is over: its telephone is cut. */
  endSession(sessionId: string): void {
    for (const { principal, end } of [...this.#pairs]) {
      if (principal.actor.kind === "user" && principal.actor.sessionId === sessionId) end();
    }
  }

  close(): void {
    for (const { end } of [...this.#pairs]) end();
  }

  #join(browser: WebSocket, principal: Principal): void {
    const asterisk = new WebSocket(this.#options.target(), ["sip"], { perMessageDeflate: false });
    const end = (): void => {
      clearTimeout(silence);
      clearInterval(pings);
      this.#pairs.delete(pair);
      browser.terminate();
      asterisk.terminate();
    };
    const silence = setTimeout(end, SILENCE_MS);
    const pings = setInterval(() => browser.ping(), PING_EVERY_MS);
    browser.on("pong", () => silence.refresh());
    const pair = { principal, end };
    this.#pairs.add(pair);
    const early: RawData[] = [];
    asterisk.on("open", () => {
      for (const message of early.splice(0)) send(asterisk, message, end);
    });
    browser.on("message", (message) => {
      silence.refresh();
      if (asterisk.readyState === WebSocket.OPEN) return send(asterisk, message, end);
      if (early.push(message) > MOST_EARLY_MESSAGES) end();
    });
    asterisk.on("message", (message) => {
      send(browser, message, end);
    });
    asterisk.on("error", (err) => {
      this.#options.log.warn({ err }, "the telephone engine refused a browser's SIP socket");
    });
    browser.on("error", end);
    browser.on("close", end);
    asterisk.on("close", end);
  }
}

function send(to: WebSocket, message: RawData, end: () => void): void {
  if (to.readyState !== WebSocket.OPEN) return;
  if (to.bufferedAmount > MOST_BUFFERED_BYTES) end();
  else to.send(String(message));
}
