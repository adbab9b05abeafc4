import type { Http } from "../../platform/index.ts";

export interface BrowserReply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read replies of every shape and assert on them
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface BrowserOptions {
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A cookie jar at an address: what a page of ours in one browser does. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #http: Http;
  readonly #ip: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(http: Http, { ip = "127.0.0.1", headers = { "x-vera": "1" } }: BrowserOptions = {}) {
    this.#http = http;
    this.#ip = ip;
    this.#headers = headers;
  }

  async send(
    method: "GET" | "POST" | "PATCH" | "DELETE",
    url: string,
    body?: object,
    headers: Readonly<Record<string, string>> = this.#headers,
  ): Promise<BrowserReply> {
    const reply = await this.#http.app.inject({
      method,
      url,
      remoteAddress: this.#ip,
      headers: { ...headers },
      cookies: Object.fromEntries(this.cookies),
      ...(body && { payload: body }),
    });
    for (const cookie of reply.cookies) {
      if (cookie.value === "") this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    const isJson = /json/.test(String(reply.headers["content-type"] ?? ""));
    return {
      status: reply.statusCode,
      body: isJson && reply.payload ? JSON.parse(reply.payload) : reply.payload,
      headers: reply.headers,
    };
  }

  get(url: string): Promise<BrowserReply> {
    return this.send("GET", url);
  }
  post(url: string, body?: object): Promise<BrowserReply> {
    return this.send("POST", url, body);
  }
  patch(url: string, body?: object): Promise<BrowserReply> {
    return this.send("PATCH", url, body);
  }
  delete(url: string): Promise<BrowserReply> {
    return this.send("DELETE", url);
  }
  signIn(username: string, password: string): Promise<BrowserReply> {
    return this.post("/api/v1/sign-in", { username, password });
  }
}
