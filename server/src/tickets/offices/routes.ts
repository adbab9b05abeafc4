import { Uuid } from "@vera/contracts/shapes";
import { EditOffice, ListOfficesQuery, NewOffice, Office, OfficeList } from "@vera/contracts/tickets";
import Type from "typebox";
import type { Http, TenantId } from "../../platform/index.ts";
import { changeOffice, createOffice } from "./change-offices.ts";
import { readOffices, readOfficesOf } from "./store.ts";

const tags = ["tickets"];

export function officeRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/offices",
    permission: "ticket.read",
    summary: "Offices that work tickets",
    tags,
    query: ListOfficesQuery,
    response: OfficeList,
    handler: async (ctx, { query }) => {
      const tenantId = (query.tenantId as TenantId | undefined) ?? null;
      const mine = query.mine && ctx.actor.kind === "user" ? ctx.actor.userId : null;
      return { offices: mine ? await readOfficesOf(ctx, mine) : await readOffices(ctx, tenantId) };
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
