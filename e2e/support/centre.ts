import type { Queue } from "@vera/contracts/routing-admin";
import type { Trunk } from "@vera/contracts/trunks";
import type { RunningVera } from "./running-vera.ts";

/** The demonstration as a program with its API key changes it. */
export class Centre {
  readonly #vera: RunningVera;

  constructor(vera: RunningVera) {
    this.#vera = vera;
  }

  async queues(): Promise<readonly Queue[]> {
    return (await this.request<{ items: Queue[] }>("GET", "/queues")).items;
  }

  /** Agents are free again as soon as they hang up: what comes after a call is another test's matter. */
  async withoutWrapUp(): Promise<void> {
    for (const { id } of await this.queues())
      await this.request("PATCH", `/queues/${id}`, { wrapUp: { mode: "none", seconds: 30, extensions: 0 } });
  }

  /** Calls to the outside go to this port of ours. */
  async trunkTo(port: number): Promise<void> {
    const { trunks } = await this.request<{ trunks: Trunk[] }>("GET", "/trunks");
    const [trunk] = trunks;
    if (!trunk) throw new Error("The demonstration has no trunk");
    const {
      id,
      tenantId: _t,
      hasPassword: _h,
      online: _o,
      calls: _c,
      asrLastHour: _a,
      changedAt: _ch,
      ...settings
    } = trunk;
    await this.request("PUT", `/trunks/${id}`, { ...settings, port });
  }

  async request<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const response = await fetch(`${this.#vera.ready.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#vera.ready.apiKey}`,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as Body;
  }
}
