import {
  CreatedUser,
  NewMembership,
  NewUser,
  PasswordLink,
  User,
  UserChange,
  UserList,
} from "@vera/contracts/identity";
import Type from "typebox";
import { type Http, inScope, type TenantId, type UserId } from "../../platform/index.ts";
import {
  changeUser,
  giveMembership,
  requirePasswordChange,
  resetPassword,
  signOutEverywhere,
  takeMembership,
} from "./change-user.ts";
import { createUser } from "./create-user.ts";
import { readUser, readUsers, type UserRow } from "./store.ts";

const tags = ["users"];
const PAGE = 50;
const Uuid = Type.String({ format: "uuid" });
const Id = Type.Object({ id: Uuid });
const Filter = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 80 })),
  tenantId: Type.Optional(Uuid),
  role: Type.Optional(Type.String({ maxLength: 60 })),
  disabled: Type.Optional(Type.Boolean()),
  /** `next` of the page before. */
  after: Type.Optional(Type.String({ maxLength: 400 })),
});

export function userRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/users",
    permission: "user.read",
    summary: "People who work in one's tenants, by name, 50 a page",
    tags,
    query: Filter,
    response: UserList,
    handler: async (ctx, { query }) => {
      const tenantId = query.tenantId as TenantId | undefined;
      if (tenantId) inScope(ctx, tenantId);
      const users = await readUsers(ctx, {
        limit: PAGE + 1,
        ...(query.q && { text: query.q }),
        ...(tenantId && { tenantId }),
        ...(query.role && { role: query.role }),
        ...(query.disabled !== undefined && { disabled: query.disabled }),
        ...(query.after && { after: parseCursor(query.after) }),
      });
      const page = users.slice(0, PAGE);
      const last = users.length > PAGE ? page.at(-1) : undefined;
      return { users: page.map(userReply), next: last ? `${last.id}${last.name}` : null };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/users/:id",
    permission: "user.read",
    summary: "One person",
    tags,
    params: Id,
    response: User,
    handler: async (ctx, { params }) => userReply(await readUser(ctx, params.id as UserId)),
  });
  http.route({
    method: "POST",
    url: "/api/v1/users",
    permission: "user.manage",
    summary: "Add a person; the answer has the one-time link with which they choose a password",
    tags,
    body: NewUser,
    response: CreatedUser,
    status: 201,
    handler: async (ctx, { body }) => {
      const { user, link } = await createUser(ctx, body);
      return { user: userReply(user), link };
    },
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/users/:id",
    permission: "user.manage",
    summary: "Change, disable or enable a person; disabling ends their logins at once",
    tags,
    params: Id,
    body: UserChange,
    response: User,
    handler: async (ctx, { params, body }) =>
      userReply(await changeUser(ctx, { userId: params.id as UserId, change: body })),
  });
  accessRoutes(http);
}

function accessRoutes(http: Http): void {
  http.route({
    method: "POST",
    url: "/api/v1/users/:id/password-link",
    permission: "user.manage",
    summary: "A one-time link with which the person chooses a new password",
    tags,
    params: Id,
    response: PasswordLink,
    status: 201,
    handler: async (ctx, { params }) => await resetPassword(ctx, params.id as UserId),
  });
  http.route({
    method: "POST",
    url: "/api/v1/users/:id/password-change",
    permission: "user.manage",
    summary: "Until the person has chosen another password, nothing else is open to them",
    tags,
    params: Id,
    handler: async (ctx, { params }) => await requirePasswordChange(ctx, params.id as UserId),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/users/:id/sessions",
    permission: "user.manage",
    summary: "Sign the person out everywhere",
    tags,
    params: Id,
    handler: async (ctx, { params }) => await signOutEverywhere(ctx, params.id as UserId),
  });
  http.route({
    method: "POST",
    url: "/api/v1/users/:id/memberships",
    permission: "user.manage",
    summary: "Give a role in a tenant",
    tags,
    params: Id,
    body: NewMembership,
    response: User,
    status: 201,
    handler: async (ctx, { params, body }) =>
      userReply(await giveMembership(ctx, { userId: params.id as UserId, membership: body })),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/users/:id/memberships/:membershipId",
    permission: "user.manage",
    summary: "Take a role away",
    tags,
    params: Type.Object({ id: Uuid, membershipId: Uuid }),
    response: User,
    handler: async (ctx, { params }) =>
      userReply(
        await takeMembership(ctx, { userId: params.id as UserId, membershipId: params.membershipId }),
      ),
  });
}

const UUID_LENGTH = 36;

function parseCursor(after: string): { id: string; name: string } {
  return { id: after.slice(0, UUID_LENGTH), name: after.slice(UUID_LENGTH) };
}

function userReply(row: UserRow): User {
  return {
    ...row,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    memberships: [...row.memberships],
  };
}
