import type {
  CreatedUser,
  NewMembership,
  NewRole,
  NewUser,
  PasswordLink,
  Role,
  RoleChange,
  RoleList,
  User,
  UserChange,
  UserList,
} from "@vera/contracts/identity";
import { get, patch, post, remove } from "../request.ts";

export interface UserFilter {
  q?: string;
  tenantId?: string;
  role?: string;
  disabled?: boolean;
  after?: string;
}

export async function listUsers(filter: UserFilter): Promise<UserList> {
  return get("/users", { query: { ...filter } });
}

export async function openUser(userId: string): Promise<User> {
  return get(`/users/${userId}`);
}

export async function createUser(user: NewUser): Promise<CreatedUser> {
  return post("/users", user);
}

export async function changeUser(userId: string, change: UserChange): Promise<User> {
  return patch(`/users/${userId}`, change);
}

/** A one-time link with which the person chooses a password. */
export async function makePasswordLink(userId: string): Promise<PasswordLink> {
  return post(`/users/${userId}/password-link`);
}

/** Until they chose another password, nothing else is open to them. */
export async function requirePasswordChange(userId: string): Promise<void> {
  return post(`/users/${userId}/password-change`);
}

export async function signOutEverywhere(userId: string): Promise<void> {
  return remove(`/users/${userId}/sessions`);
}

export async function giveMembership(userId: string, membership: NewMembership): Promise<User> {
  return post(`/users/${userId}/memberships`, membership);
}

export async function takeMembership(userId: string, membershipId: string): Promise<User> {
  return remove(`/users/${userId}/memberships/${membershipId}`);
}

export async function listRoles(): Promise<RoleList> {
  return get("/roles");
}

export async function createRole(role: NewRole): Promise<Role> {
  return post("/roles", role);
}

export async function changeRole(code: string, change: RoleChange): Promise<Role> {
  return patch(`/roles/${code}`, change);
}

export async function removeRole(code: string): Promise<void> {
  return remove(`/roles/${code}`);
}
