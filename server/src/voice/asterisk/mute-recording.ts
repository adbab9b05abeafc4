import { connect, type Socket } from "node:net";
import { ProviderError } from "../../platform/index.ts";

export interface RecordingControl {
  /** Silence instead of both sides, so that time stays aligned. `channel` is the id or name of the recorded channel. */
  muteRecording(channel: string, on: boolean): Promise<void>;
  close(): void;
}

interface Manager {
  readonly port: number;
  readonly username: string;
  readonly secret: string;
}

type Reply = ReadonlyMap<string, string>;

const ANSWER_WITHIN_MS = 3_000;

/**
 * Asterisk's manager interface, for the one command that ARI lacks. A connection is made when it is needed and made
 * again after Asterisk restarted; commands go one after another.
 */
export function connectRecordingControl(manager: () => Manager): RecordingControl {
  let session: Promise<ManagerSession> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function send(fields: Record<string, string>): Promise<Reply> {
    session ??= ManagerSession.open(manager());
    try {
      return await (await session).act(fields);
    } catch (error) {
      const broken = session;
      session = undefined;
      await broken.then(
        (opened) => opened.close(),
        () => undefined, // it never opened; `error` says why
      );
      throw error;
    }
  }

  async function mute(channel: string, on: boolean): Promise<void> {
    const command = { Action: "MixMonitorMute", Channel: channel, Direction: "both", State: on ? "1" : "0" };
    // Asterisk may have restarted since the last command: a fresh session is worth one more try.
    const reply = await send(command).catch(() => send(command));
    if (reply.get("Response") !== "Success") {
      throw new ProviderError(`Asterisk MixMonitorMute: ${reply.get("Message") ?? "refused"}`, {
        retryable: false,
      });
    }
  }

  return {
    muteRecording(channel, on) {
      if (/[\r\n]/.test(channel))
        throw new ProviderError("A channel's name has one line", { retryable: false });
      const turn = last.then(() => mute(channel, on));
      last = turn.catch(() => undefined); // the caller sees it; the next command only waits its turn
      return turn;
    },
    close() {
      void session?.then(
        (opened) => opened.close(),
        () => undefined, // never opened
      );
      session = undefined;
    },
  };
}

class ManagerSession {
  readonly #socket: Socket;
  #received = "";
  #nextId = 0;
  #waiting: { id: string; resolve: (reply: Reply) => void } | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding("utf8");
    socket.on("error", () => socket.destroy()); // whoever waits hears of it by "close"
    socket.on("data", (text: string) => this.#receive(text));
    socket.unref();
  }

  static async open({ port, username, secret }: Manager): Promise<ManagerSession> {
    const session = new ManagerSession(connect({ port, host: "127.0.0.1" }));
    const reply = await session.act({ Action: "Login", Username: username, Secret: secret, Events: "off" });
    if (reply.get("Response") === "Success") return session;
    session.close();
    throw new ProviderError(`Asterisk manager: ${reply.get("Message") ?? "refused"}`, { retryable: false });
  }

  act(fields: Record<string, string>): Promise<Reply> {
    const id = `v${++this.#nextId}`;
    const lines = Object.entries({ ...fields, ActionID: id }).map(([name, value]) => `${name}: ${value}\r\n`);
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => (): void => {
        end();
        reject(new ProviderError(`Asterisk manager: ${reason}`, { retryable: true }));
      };
      const cut = fail("the connection was cut");
      const timer = setTimeout(fail(`no answer within ${ANSWER_WITHIN_MS} ms`), ANSWER_WITHIN_MS);
      const end = (): void => {
        clearTimeout(timer);
        this.#socket.off("close", cut);
        this.#waiting = undefined;
      };
      this.#socket.once("close", cut);
      this.#waiting = {
        id,
        resolve: (reply) => {
          end();
          resolve(reply);
        },
      };
      if (this.#socket.destroyed) cut();
      else this.#socket.write(`${lines.join("")}\r\n`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(text: string): void {
    this.#received += text;
    for (let end = this.#received.indexOf("\r\n\r\n"); end >= 0; end = this.#received.indexOf("\r\n\r\n")) {
      const reply = parseReply(this.#received.slice(0, end));
      this.#received = this.#received.slice(end + 4);
      if (reply.get("ActionID") === this.#waiting?.id) this.#waiting?.resolve(reply);
    }
  }
}

function parseReply(block: string): Reply {
  const pairs = block.split("\r\n").map((line): [string, string] => {
    const colon = line.indexOf(": ");
    return colon < 0 ? ["", line] : [line.slice(0, colon), line.slice(colon + 2)];
  });
  return new Map(pairs);
}
