import type { FastifyRequest } from "fastify";
import type { Platform } from "../context.ts";
import type { Http } from "../http/http.ts";
import { ANONYMOUS, type Principal } from "../http/principal.ts";
import { createHttp } from "../http/server.ts";

export interface TestReply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read replies of every shape and assert on them
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly raw: Buffer;
}

interface RequestOptions {
  readonly headers?: Record<string, string>;
}

/** Requests without a network; the principal is given, not signed in. */
export class TestClient {
  readonly http: Http;
  #principal: Principal = ANONYMOUS;

  private constructor(http: Http) {
    this.http = http;
  }

  static async open(
    platform: Platform,
    register: (http: Http, platform: Platform) => void | Promise<void>,
  ): Promise<TestClient> {
    const holder: { client?: TestClient } = {};
    const authenticate = async (_request: FastifyRequest): Promise<Principal> =>
      holder.client ? holder.client.#principal : ANONYMOUS;
    const http = await createHttp(platform, { authenticate });
    await register(http, platform);
    await http.app.ready();
    holder.client = new TestClient(http);
    return holder.client;
  }

  /** The same server, as somebody else. */
  as(principal: Principal): Pick<TestClient, "get" | "post" | "put" | "patch" | "delete"> {
    const send = (
      method: Method,
      url: string,
      body?: object,
      options?: RequestOptions,
    ): Promise<TestReply> => {
      this.#principal = principal;
      return this.#send(method, url, body, options);
    };
    return {
      get: (url, options) => send("GET", url, undefined, options),
      post: (url, body, options) => send("POST", url, body, options),
      put: (url, body, options) => send("PUT", url, body, options),
      patch: (url, body, options) => send("PATCH", url, body, options),
      delete: (url, options) => send("DELETE", url, undefined, options),
    };
  }

  get(url: string, options?: RequestOptions): Promise<TestReply> {
    return this.as(ANONYMOUS).get(url, options);
  }
  post(url: string, body?: object, options?: RequestOptions): Promise<TestReply> {
    return this.as(ANONYMOUS).post(url, body, options);
  }
  put(url: string, body?: object, options?: RequestOptions): Promise<TestReply> {
    return this.as(ANONYMOUS).put(url, body, options);
  }
  patch(url: string, body?: object, options?: RequestOptions): Promise<TestReply> {
    return this.as(ANONYMOUS).patch(url, body, options);
  }
  delete(url: string, options?: RequestOptions): Promise<TestReply> {
    return this.as(ANONYMOUS).delete(url, options);
  }

  async close(): Promise<void> {
    await this.http.app.close();
  }

  async #send(method: Method, url: string, body?: object, options: RequestOptions = {}): Promise<TestReply> {
    const reply = await this.http.app.inject({
      method,
      url,
      ...(body && { payload: body }),
      headers: { "x-vera": "1", ...options.headers },
    });
    const isJson = /json/.test(String(reply.headers["content-type"] ?? ""));
    return {
      status: reply.statusCode,
      body: isJson && reply.payload ? JSON.parse(reply.payload) : reply.payload,
      headers: reply.headers,
      raw: reply.rawPayload,
    };
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
