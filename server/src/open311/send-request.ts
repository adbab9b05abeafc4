import { type Context, inScope } from "../platform/index.ts";
import type { TenantRow } from "../tenants/index.ts";
import { openTicket } from "../tickets/index.ts";
import { readAnswers } from "./check-attributes.ts";
import { Open311Refusal } from "./refusal.ts";
import { insertSubmission, readServices, type ServiceRow } from "./store.ts";

/** Everything that a form may say, as it came. */
export type Form = ReadonlyMap<string, readonly string[]>;

const one = (form: Form, name: string): string => form.get(name)?.[0]?.trim() ?? "";
/** Who sends it: kept in the ticket for the office, never given out. */
const CONTACT = ["first_name", "last_name", "email", "phone", "account_id", "device_id"] as const;
const MOST_DESCRIPTION = 4_000;

export interface Sent {
  readonly number: string;
  readonly token: string;
  readonly service: ServiceRow;
}

/** POST Service Request: opens a ticket of the service's topic; sent again with the same key, the same ticket. */
export async function sendRequest(
  ctx: Context,
  tenant: TenantRow,
  form: Form,
  { idempotencyKey }: { idempotencyKey?: string } = {},
): Promise<Sent> {
  inScope(ctx, tenant.id);
  const service = await wantedService(ctx, tenant, one(form, "service_code"));
  const place = readPlace(form);
  const description = one(form, "description");
  if (description.length > MOST_DESCRIPTION) {
    throw new Open311Refusal(400, `description has more than ${MOST_DESCRIPTION} signs`);
  }
  const answers = readAnswers(service.attributes, attributesOf(form));
  const token = ctx.ids.uuid();
  const ticket = await openTicket(ctx, {
    tenantId: tenant.id,
    kind: service.ticketKind,
    topicId: service.topicId,
    subject: service.name,
    description: [description, ...answers, ...place.lines, mediaLine(form), contactLine(form)]
      .filter((line) => line !== "")
      .join("\n"),
    place: { locality: tenant.locality, address: place.address },
    idempotencyKey: idempotencyKey ?? `open311-${token}`,
  });
  await insertSubmission(ctx, { token, tenantId: tenant.id, serviceId: service.id, number: ticket.number });
  return { number: ticket.number, token, service };
}

async function wantedService(ctx: Context, tenant: TenantRow, code: string): Promise<ServiceRow> {
  if (code === "") throw new Open311Refusal(400, "service_code was not provided");
  const services = await readServices(ctx);
  const service = services.find(
    (known) => known.tenantId === tenant.id && known.active && known.code === code,
  );
  if (service) return service;
  throw new Open311Refusal(404, `service_code ${code.slice(0, 60)} was not found`);
}

/** One of lat and long, address_string or address_id is required. */
function readPlace(form: Form): { address: string | null; lines: string[] } {
  const [lat, long] = [one(form, "lat"), one(form, "long")];
  const address = [one(form, "address_string"), one(form, "address_id")].filter(Boolean).join(" · ");
  if (lat === "" && long === "" && address === "") {
    throw new Open311Refusal(400, "A location is required: lat and long, address_string or address_id");
  }
  if (lat === "" && long === "") return { address: address.slice(0, 200), lines: [] };
  const within = (text: string, most: number): boolean => text !== "" && Math.abs(Number(text)) <= most;
  if (!within(lat, 90) || !within(long, 180)) {
    throw new Open311Refusal(400, "lat and long have to be both given, as WGS84 degrees");
  }
  const point = `${lat}, ${long}`;
  return { address: (address || point).slice(0, 200), lines: [`Ubicación: ${point}`] };
}

/** attribute[code]=value and attribute[code][]=value. */
function attributesOf(form: Form): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, values] of form) {
    const code = /^attribute\[([^\]]+)\](?:\[\d*\])?$/.exec(name)?.[1];
    if (code !== undefined) found.set(code, [...(found.get(code) ?? []), ...values]);
  }
  return found;
}

function mediaLine(form: Form): string {
  const url = one(form, "media_url");
  if (url === "") return "";
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return `Imagen: ${url.slice(0, 500)}`;
  throw new Open311Refusal(400, "media_url is not an address of the web");
}

function contactLine(form: Form): string {
  const said = CONTACT.flatMap((name) => one(form, name).slice(0, 120) || []);
  return said.length > 0 ? `Contacto (no se publica): ${said.join(" · ")}` : "";
}
