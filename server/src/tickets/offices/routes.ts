import { Uuid } from "@vera/contracts/shapes";
import { EditOffice, ListOfficesQuery, NewOffice, Office, OfficeList } from "@vera/contracts/tickets";
import Type from "typebox";
import { DomainError, type Http, type Principal, type TenantId } from "../../platform/index.ts";
import { changeOffice, createOffice } from "./change-offices.ts";
import { readOffices, readOfficesOf } from "./store.ts";

const tags = ["tickets"];

export function officeRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/offices",
    permission: "signed-in",
    summary: "Offices that work tickets, where one may read tickets or manage offices",
    tags,
    query: ListOfficesQuery,
    response: OfficeList,
    handler: async (ctx, { query, principal }) => {
      const sees = officesSeenBy(principal);
      const tenantId = (query.tenantId as TenantId | undefined) ?? null;
      const mine = query.mine && ctx.actor.kind === "user" ? ctx.actor.userId : null;
      const offices = mine ? await readOfficesOf(ctx, mine) : await readOffices(ctx, tenantId);
      return { offices: offices.filter((office) => sees(office.tenantId)) };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/offices",
    permission: "office.manage",
    summary: "Add an office",
    tags,
    body: NewOffice,
    response: Office,
    status: 201,
    handler: (ctx, { body }) => createOffice(ctx, body),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/offices/:officeId",
    permission: "office.manage",
    summary: "Rename an office, switch it off or on, set who works there",
    tags,
    params: Type.Object({ officeId: Uuid }),
    body: EditOffice,
    response: Office,
    handler: (ctx, { params: { officeId }, body }) => changeOffice(ctx, { officeId, change: body }),
  });
}

/** Whoever works tickets sees where they can go; whoever manages offices sees them without reading any ticket. */
function officesSeenBy({ grants }: Principal): (tenantId: string) => boolean {
  const scopes = [grants.get("ticket.read"), grants.get("office.manage")].filter(
    (scope) => scope !== undefined && scope.length > 0,
  );
  if (scopes.length === 0) {
    throw new DomainError("forbidden", "This needs the permission ticket.read or office.manage", {
      key: "forbidden",
    });
  }
  return (tenantId) =>
    scopes.some((scope) => scope === "system" || scope?.includes(tenantId as TenantId) === true);
}
