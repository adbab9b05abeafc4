import { NewRole, Role, RoleChange, RoleList } from "@vera/contracts/identity";
import Type from "typebox";
import type { Http } from "../../platform/index.ts";
import { changeRole, createRole, removeRole } from "./change-roles.ts";
import { type RoleRow, readRoles } from "./store.ts";

const tags = ["roles"];
const Code = Type.Object({ code: Type.String({ maxLength: 60 }) });

export function roleRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/roles",
    permission: "user.read",
    summary: "Roles and what each may do",
    tags,
    response: RoleList,
    handler: async (ctx) => ({ roles: (await readRoles(ctx)).map(roleReply) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/roles",
    permission: "role.manage",
    summary: "Add a role",
    tags,
    body: NewRole,
    response: Role,
    status: 201,
    handler: async (ctx, { body }) => roleReply(await createRole(ctx, body)),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/roles/:code",
    permission: "role.manage",
    summary: "Change a role's label or permissions; holds for everybody at once",
    tags,
    params: Code,
    body: RoleChange,
    response: Role,
    handler: async (ctx, { params, body }) =>
      roleReply(await changeRole(ctx, { code: params.code, change: body })),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/roles/:code",
    permission: "role.manage",
    summary: "Remove a role of one's own that nobody holds",
    tags,
    params: Code,
    handler: async (ctx, { params }) => await removeRole(ctx, params.code),
  });
}

function roleReply({ code, name, platformWide, permissions }: RoleRow): Role {
  return { code, name, platformWide, permissions: [...permissions] };
}
