import type { Me } from "@vera/contracts/identity";
import { applyPatch, type PatchOp } from "../../web/shared/realtime/apply-patch.ts";
import { waitFor } from "./wait-for.ts";

export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
}

/** A person signed in by HTTP, with the cookie and the header that the pages send. */
export class ApiSession {
  readonly #url: string;
  readonly #cookie: string;
  readonly userId: string;
  readonly tenantId: string;

  private constructor(url: string, cookie: string, me: Me) {
    this.#url = url;
    this.#cookie = cookie;
    this.userId = me.user.id;
    this.tenantId = me.memberships[0]?.tenantId ?? "";
  }

  static async signIn(url: string, user: { username: string; password: string }): Promise<ApiSession> {
    const response = await fetch(`${url}/api/v1/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-vera": "1", origin: url },
      body: JSON.stringify({ username: user.username, password: user.password }),
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) throw new Error(`${user.username} cannot sign in: ${await response.text()}`);
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    return new ApiSession(url, cookie, (await response.json()) as Me);
  }

  /** What says who this is, also to other doors than the API. */
  get headers(): Readonly<Record<string, string>> {
    return { cookie: this.#cookie, origin: this.#url };
  }

  get<Body>(path: string): Promise<Reply<Body>> {
    return this.send("GET", path);
  }

  post<Body>(path: string, body: unknown = {}): Promise<Reply<Body>> {
    return this.send("POST", path, body);
  }

  put<Body>(path: string, body: unknown = {}): Promise<Reply<Body>> {
    return this.send("PUT", path, body);
  }

  async send<Body>(method: string, path: string, body?: unknown): Promise<Reply<Body>> {
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method,
      headers: {
        ...this.headers,
        "x-vera": "1",
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as Body };
  }

  async download(path: string): Promise<Buffer> {
    const response = await fetch(`${this.#url}/api/v1${path}`, { headers: this.headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Subscribes to a topic of realtime; resolves with the first snapshot. */
  async follow<State>(topic: string, key = "me"): Promise<LiveTopic<State>> {
    const socket = new WebSocket(`${this.#url.replace(/^http/, "ws")}/api/v1/realtime`, {
      headers: this.headers,
    } as unknown as string[]);
    const live = new LiveTopic<State>(socket, { topic, key });
    await live.until(() => true);
    return live;
  }
}

interface ServerMessage<State> {
  readonly type: "snapshot" | "patch" | "error" | "pong";
  readonly state?: State;
  readonly ops?: readonly PatchOp[];
  readonly problem?: unknown;
}

/** The state of one topic as a page has it. */
export class LiveTopic<State> {
  readonly #socket: WebSocket;
  #state: State | undefined;
  #problem: unknown;

  constructor(socket: WebSocket, { topic, key }: { topic: string; key: string }) {
    this.#socket = socket;
    socket.addEventListener("open", () => socket.send(JSON.stringify({ type: "subscribe", topic, key })));
    socket.addEventListener("error", () => {
      this.#problem ??= "the socket failed";
    });
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(String(data)) as ServerMessage<State>;
      if (message.type === "snapshot") this.#state = message.state;
      if (message.type === "error") this.#problem = message.problem;
      if (message.type === "patch" && this.#state !== undefined)
        this.#state = applyPatch(this.#state, message.ops ?? []);
    });
  }

  get state(): State | undefined {
    return this.#state;
  }

  /** Waits until the state is as wanted. */
  async until(
    holds: (state: State) => unknown,
    timeoutMs = 15_000,
    what = "the wanted state",
  ): Promise<State> {
    await waitFor(
      () => {
        if (this.#problem !== undefined && this.#state === undefined)
          throw new Error(`the topic was refused: ${JSON.stringify(this.#problem)}`);
        return this.#state !== undefined && Boolean(holds(this.#state));
      },
      { timeoutMs, what: () => `${what}; it is ${JSON.stringify(this.#state)}` },
    );
    return this.#state as State;
  }

  close(): void {
    this.#socket.close();
  }
}
