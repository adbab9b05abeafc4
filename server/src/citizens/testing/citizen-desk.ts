import assert from "node:assert/strict";
import type { Citizen, NewCitizen } from "@vera/contracts/citizens";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { routes } from "../routes.ts";
import type { TimelineSource } from "../timeline.ts";

type Person = ReturnType<TestClient["as"]>;

export interface CitizenDesk {
  readonly kit: TestPlatform;
  readonly client: TestClient;
  /** Inés, of the province. */
  readonly agent: Person;
  /** Of another organism. */
  readonly stranger: Person;
  register(person: Partial<NewCitizen> & { familyName: string }): Promise<Citizen>;
  find(q: string): Promise<{ by: string; ids: string[] }>;
}

/** The module's routes with an agent of the province and a stranger of another organism before them. */
export async function citizenDesk(timeline: readonly TimelineSource[] = []): Promise<CitizenDesk> {
  const kit = await testPlatform();
  const client = await kit.http((http) => routes(http, { timeline }));
  const permissions = ["citizen.read", "citizen.edit", "interaction.read", "ticket.read"] as const;
  const agent = client.as(kit.principal({ permissions, name: "Inés" }));
  const tenants = [kit.otherTenantId];
  const stranger = client.as(kit.principal({ permissions: ["citizen.read", "citizen.edit"], tenants }));
  return {
    kit,
    client,
    agent,
    stranger,
    register: async (person) => {
      const reply = await agent.post("/api/v1/citizens", { givenName: "Ana", ...person });
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      return reply.body;
    },
    find: async (q) => {
      const reply = await agent.get(`/api/v1/citizens?q=${encodeURIComponent(q)}`);
      assert.equal(reply.status, 200, JSON.stringify(reply.body));
      return { by: reply.body.by, ids: reply.body.items.map(({ id }: { id: string }) => id) };
    },
  };
}
