/** Path of the one-time link; the token is in the fragment, so it reaches no log and no other site. */
export const PASSWORD_LINK_PATH = "/set-password";

export function isPasswordLink(place: Pick<Location, "pathname">): boolean {
  return place.pathname === PASSWORD_LINK_PATH;
}

export function passwordLinkToken(place: Pick<Location, "hash">): string {
  const text = place.hash.replace(/^#/, "");
  return new URLSearchParams(text).get("token") ?? text;
}
