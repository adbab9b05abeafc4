import assert from "node:assert/strict";
import type { NewTicket, Office, Ticket } from "@vera/contracts/tickets";
import { createIdentity, createUser, type Identity } from "../../identity/index.ts";
import type { TenantId, TopicId } from "../../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createTopic } from "../../tenants/index.ts";
import { routes } from "../routes.ts";

type Person = ReturnType<TestClient["as"]>;

export interface TicketDesk {
  readonly kit: TestPlatform;
  readonly topicId: TopicId;
  readonly client: TestClient;
  /** First line of the province. */
  readonly agent: Person;
  /** Ramona, back-office of the province; a real user. */
  readonly ramona: Person;
  readonly ramonaId: string;
  /** Every ticket permission, in another organism. */
  readonly stranger: Person;
  office(name: string, memberIds?: readonly string[]): Promise<Office>;
  open(more?: Partial<NewTicket>): Promise<Ticket>;
  form(more?: Partial<NewTicket>): NewTicket;
  close(): Promise<void>;
}

export const WORK = ["ticket.read", "ticket.create", "ticket.work", "office.manage"] as const;

export async function ticketDesk(): Promise<TicketDesk> {
  const kit = await testPlatform();
  const identity = await createIdentity(kit.platform);
  const { topicId, ramonaId } = await kit.system(async (ctx) => {
    const branch = { tenantId: kit.tenantId, parentId: null, kind: "jurisdiction" as const, name: "Agua" };
    const parent = await createTopic(ctx, branch);
    const topic = await createTopic(ctx, {
      ...branch,
      parentId: parent.id,
      kind: "theme",
      name: "Falta de agua",
    });
    const memberships = [{ tenantId: kit.tenantId, role: "back-office", includesDescendants: true }];
    const { user } = await createUser(ctx, { username: "ramona", name: "Ramona", memberships });
    return { topicId: topic.id, ramonaId: user.id };
  });
  const client = await kit.http(routes);
  const agent = client.as(kit.principal({ permissions: ["ticket.read", "ticket.create"], name: "Inés" }));
  const ramona = client.as(kit.principal({ permissions: WORK, userId: ramonaId, name: "Ramona" }));
  const stranger = client.as(
    kit.principal({ permissions: WORK, tenants: [kit.otherTenantId], name: "Otro" }),
  );
  return {
    kit,
    topicId,
    client,
    agent,
    ramona,
    ramonaId,
    stranger,
    ...acts({ kit, topicId, agent, ramona, identity }),
  };
}

interface Parts extends Pick<TicketDesk, "kit" | "topicId" | "agent" | "ramona"> {
  readonly identity: Identity;
}

function acts({
  kit,
  topicId,
  agent,
  ramona,
  identity,
}: Parts): Pick<TicketDesk, "office" | "open" | "form" | "close"> {
  const form = (more: Partial<NewTicket> = {}): NewTicket => ({
    tenantId: kit.tenantId,
    kind: "service-claim",
    topicId,
    subject: "Sin agua en Los Ceibos al 1200",
    description: "Se cortó ayer de golpe",
    idempotencyKey: kit.platform.ids.uuid(),
    ...more,
  });
  const tenantId: TenantId = kit.tenantId;
  return {
    form,
    office: async (name, memberIds = []) => {
      const reply = await ramona.post("/api/v1/offices", { tenantId, name, memberIds });
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      return reply.body;
    },
    open: async (more) => {
      const reply = await agent.post("/api/v1/tickets", form(more));
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      return reply.body;
    },
    close: async () => {
      identity.close();
      await kit.close();
    },
  };
}
