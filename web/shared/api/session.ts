import type {
  ChangePassword,
  Me,
  MyPreferences,
  PasswordLinkState,
  PasswordLinkUse,
  SessionList,
  SignIn,
} from "@vera/contracts/identity";
import { get, patch, post, remove } from "./request.ts";

export async function readMe(): Promise<Me> {
  return get("/me");
}

export async function signIn(credentials: SignIn): Promise<Me> {
  return post("/sign-in", credentials);
}

export async function signOut(): Promise<void> {
  return post("/sign-out");
}

export async function changePassword(change: ChangePassword): Promise<void> {
  return post("/me/password", change);
}

export async function changePreferences(change: MyPreferences): Promise<Me> {
  return patch("/me", change);
}

export async function listMySessions(): Promise<SessionList> {
  return get("/sessions");
}

export async function endMySession(sessionId: string): Promise<void> {
  return remove(`/sessions/${sessionId}`);
}

export async function checkPasswordLink(token: string): Promise<PasswordLinkState> {
  return post("/password-links/check", { token });
}

export async function redeemPasswordLink(use: PasswordLinkUse): Promise<Me> {
  return post("/password-links/use", use);
}
