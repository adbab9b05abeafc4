import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context, TenantId, TopicId } from "../platform/index.ts";
import { changeTenant, createCalendar, createTenant, createTopic } from "../tenants/index.ts";
import { ORGANISMS, PROVINCE } from "./data/organisms.ts";
import { TOPIC_ALIASES } from "./data/topic-aliases.ts";

export interface SeededOrganisms {
  /** By slug. */
  readonly tenants: ReadonlyMap<string, TenantId>;
  /** By the names of the topic tree, joined by " > ". */
  readonly topics: ReadonlyMap<string, { readonly id: TopicId; readonly tenantId: TenantId }>;
  readonly alwaysOpenCalendarId: string;
  readonly municipalCalendarId: string;
}

interface Seed {
  readonly jurisdicciones: readonly {
    readonly nombre: string;
    readonly organismos: readonly {
      readonly nombre: string;
      readonly temas: Readonly<Record<string, readonly string[]>>;
    }[];
  }[];
}

const OFFICE_DAYS = [1, 2, 3, 4, 5] as const;

export async function seedOrganisms(ctx: Context): Promise<SeededOrganisms> {
  const tenants = new Map<string, TenantId>();
  for (const { parent, colour, topics: _, ...fields } of ORGANISMS) {
    const parentId = parent === null ? null : (tenants.get(parent) ?? null);
    const { id } = await createTenant(ctx, { ...fields, parentId });
    await changeTenant(ctx, { tenantId: id, change: { colour } });
    tenants.set(fields.slug, id);
  }
  const province = required(tenants, PROVINCE);
  const alwaysOpen = await createCalendar(ctx, {
    tenantId: province,
    name: "Siempre abierto (demostración)",
    alwaysOpen: true,
    blocks: [],
  });
  const municipal = await createCalendar(ctx, {
    tenantId: required(tenants, "municipalidad-vera"),
    name: "Atención telefónica municipal",
    blocks: OFFICE_DAYS.map((weekday) => ({ weekday, from: "07:00", until: "13:00" })),
  });
  return {
    tenants,
    topics: await seedTopics(ctx, tenants),
    alwaysOpenCalendarId: alwaysOpen.id,
    municipalCalendarId: municipal.id,
  };
}

/** Jurisdictions hang from the Province; an organism's own branch is its tenant's. */
async function seedTopics(
  ctx: Context,
  tenants: ReadonlyMap<string, TenantId>,
): Promise<SeededOrganisms["topics"]> {
  const seed = JSON.parse(readFileSync(join(import.meta.dirname, "data/topics-seed.json"), "utf8")) as Seed;
  const topics = new Map<string, { id: TopicId; tenantId: TenantId }>();
  const add = async (
    path: readonly string[],
    kind: "jurisdiction" | "organism" | "theme" | "reason",
  ): Promise<void> => {
    const tenantId = ownerOf(path, tenants);
    const parentId = topics.get(path.slice(0, -1).join(" > "))?.id ?? null;
    const aliases = [...(TOPIC_ALIASES[path.slice(1).join(" > ")] ?? [])];
    const { id } = await createTopic(ctx, { tenantId, parentId, kind, name: path.at(-1) ?? "", aliases });
    topics.set(path.join(" > "), { id, tenantId });
  };
  for (const { nombre: jurisdiction, organismos } of seed.jurisdicciones) {
    await add([jurisdiction], "jurisdiction");
    for (const { nombre: organism, temas } of organismos) {
      await add([jurisdiction, organism], "organism");
      for (const [theme, reasons] of Object.entries(temas)) {
        await add([jurisdiction, organism, theme], "theme");
        for (const reason of reasons) await add([jurisdiction, organism, theme, reason], "reason");
      }
    }
  }
  return topics;
}

function ownerOf(path: readonly string[], tenants: ReadonlyMap<string, TenantId>): TenantId {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const branch = path.slice(0, depth).join(" > ");
    const owner = ORGANISMS.find(({ topics }) => topics === branch);
    if (owner) return required(tenants, owner.slug);
  }
  return required(tenants, PROVINCE);
}

export function required<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined)
    throw new Error(`The demonstration's data names ${String(key)}, which it does not have`);
  return value;
}
