import { Open311Service, Open311ServiceFields, Open311ServiceList } from "@vera/contracts/open311";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { Authenticator, Http, Platform } from "../platform/index.ts";
import { addService, changeService, showService } from "./change-services.ts";
import { geoReport } from "./geo-report.ts";
import { readServices } from "./store.ts";

const tags = ["open311"];

/** GeoReport v2 for outside programs, and what an administrator sets of it. */
export function routes(http: Http, platform: Platform, deps: { authenticator: Authenticator }): void {
  http.declare("public", "/open311/");
  http.routes.push({ method: "POST", url: "/open311/", permission: "public" });
  http.app.register((scope, _options, done) => {
    geoReport(scope, platform, deps);
    done();
  });
  http.route({
    method: "GET",
    url: "/api/v1/open311-services",
    permission: "topic.manage",
    summary: "What is offered to outside programs by Open311",
    tags,
    response: Open311ServiceList,
    handler: async (ctx) => ({ items: (await readServices(ctx)).map(showService) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/open311-services",
    permission: "topic.manage",
    summary: "Offer a topic as a service of Open311",
    tags,
    body: Open311ServiceFields,
    response: Open311Service,
    status: 201,
    handler: (ctx, { body }) => addService(ctx, body),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/open311-services/:id",
    permission: "topic.manage",
    summary: "Change a service of Open311; `active: false` takes it out",
    tags,
    params: Type.Object({ id: Uuid }),
    body: Open311ServiceFields,
    response: Open311Service,
    handler: (ctx, { params: { id }, body }) => changeService(ctx, { id, fields: body }),
  });
}
