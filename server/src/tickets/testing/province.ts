import assert from "node:assert/strict";
import type { CompetenceBook, CompetenceRule } from "@vera/contracts/competence";
import type { NewTicket, Ticket } from "@vera/contracts/tickets";
import type { TenantId, TopicId } from "../../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createTenant, createTopic } from "../../tenants/index.ts";
import { createOffice } from "../index.ts";
import { routes } from "../routes.ts";

type Person = ReturnType<TestClient["as"]>;

/** A province with a town, its energy and water companies and the water regulator; rules of competence over all. */
export interface Province {
  readonly kit: TestPlatform;
  readonly tenants: Readonly<Record<"vera" | "epe" | "assa" | "enress", TenantId>>;
  readonly offices: Readonly<Record<"coordination" | "vera" | "epe" | "assa" | "enress", string>>;
  readonly lampTopicId: TopicId;
  readonly waterTopicId: TopicId;
  /** First line and coordinator of the whole province. */
  readonly agent: Person;
  readonly coordinator: Person;
  /** Back-office of one organism only. */
  readonly elena: Person;
  readonly bruno: Person;
  /** The town's own first line: holds nothing elsewhere. */
  readonly townAgent: Person;
  form(more?: Partial<NewTicket>): NewTicket;
  open(more?: Partial<NewTicket>): Promise<Ticket>;
  rules(): CompetenceRule[];
  publish(rules: readonly CompetenceRule[], effectiveFrom?: string): Promise<CompetenceBook>;
}

const FRONT = ["ticket.read", "ticket.create"] as const;
const BACK = [...FRONT, "ticket.work"] as const;

export async function province(): Promise<Province> {
  const kit = await testPlatform();
  const root = kit.tenantId;
  const made = await kit.system(async (ctx) => {
    const child = async (slug: string, name: string, locality?: string) =>
      (
        await createTenant(ctx, {
          ...{ parentId: root, kind: "company", slug, name, shortName: name },
          ...(locality && { locality }),
        })
      ).id;
    const tenants = {
      vera: await child("vera", "Vera", "Vera"),
      epe: await child("epe", "EPE"),
      assa: await child("assa", "ASSA"),
      enress: await child("enress", "ENRESS"),
    };
    const office = async (tenantId: TenantId, name: string, localFront = false) =>
      (await createOffice(ctx, { tenantId, name, localFront })).id;
    const offices = {
      coordination: await office(root, "Coordinación"),
      vera: await office(tenants.vera, "Obras públicas", true),
      epe: await office(tenants.epe, "Guardia"),
      assa: await office(tenants.assa, "Distrito norte"),
      enress: await office(tenants.enress, "Segunda instancia"),
    };
    const topic = async (name: string) =>
      (await createTopic(ctx, { tenantId: root, parentId: null, kind: "jurisdiction", name })).id;
    return { tenants, offices, lampTopicId: await topic("Alumbrado"), waterTopicId: await topic("Agua") };
  });
  const client = await kit.http(routes);
  const everywhere = [root, ...Object.values(made.tenants)];
  const as = (
    name: string,
    tenants: TenantId[],
    permissions: Parameters<typeof kit.principal>[0]["permissions"],
  ) => client.as(kit.principal({ name, tenants, permissions }));
  const agent = as("Inés", everywhere, FRONT);
  const coordinator = as("Marta", everywhere, [...BACK, "competence.manage"]);
  const form = (more: Partial<NewTicket> = {}): NewTicket => ({
    tenantId: root,
    kind: "service-claim",
    topicId: made.lampTopicId,
    subject: "Luminaria apagada",
    description: "Hace una semana",
    place: { locality: "Vera", address: "Belgrano 1450" },
    idempotencyKey: kit.platform.ids.uuid(),
    ...more,
  });
  return {
    kit,
    ...made,
    agent,
    coordinator,
    elena: as("Elena", [made.tenants.vera], BACK),
    bruno: as("Bruno", [made.tenants.epe], BACK),
    townAgent: as("Lía", [made.tenants.vera], FRONT),
    form,
    open: async (more) => {
      const reply = await agent.post("/api/v1/tickets", form(more));
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      return reply.body;
    },
    rules: () => rulesOf(made),
    publish: async (rules, effectiveFrom) => {
      const draft = { tenantId: root, fallbackOfficeId: made.offices.coordination, maxBounces: 2, rules };
      const saved = await coordinator.put("/api/v1/competence/draft", draft);
      assert.equal(saved.status, 200, JSON.stringify(saved.body));
      const body = { tenantId: root, note: "Acordado", ...(effectiveFrom && { effectiveFrom }) };
      const reply = await coordinator.post("/api/v1/competence/publication", body);
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      return reply.body;
    },
  };
}

function rulesOf({
  offices,
  lampTopicId,
  waterTopicId,
}: Pick<Province, "offices" | "lampTopicId" | "waterTopicId">): CompetenceRule[] {
  const anywhere = { locality: null, department: null, localityCode: null };
  const base = { topicId: lampTopicId, place: anywhere, legalOwner: null };
  return [
    {
      ...base,
      target: { kind: "local-government" },
      norm: "Ley 2.756",
      sentence: "Lo arregla la municipalidad.",
    },
    {
      ...base,
      legalOwner: "company",
      target: { kind: "office", officeId: offices.epe },
      norm: "Ley 10.014",
      sentence: "La columna es de la EPE.",
    },
    {
      ...base,
      topicId: waterTopicId,
      target: { kind: "office", officeId: offices.enress },
      norm: "Ley 11.220",
      sentence: "El ENRESS revisa lo que contestó Aguas.",
      secondInstance: { provider: "ASSA", firstOfficeId: offices.assa, sentence: "Primero lo recibe Aguas." },
    },
  ];
}
