import { isGone } from "../ari/ari-error.ts";
import type { Ari } from "../ari/connect-ari.ts";

/** Kinds of SIP objects that live in Asterisk's memory until they are removed or Asterisk ends. */
export type DynamicKind = "endpoint" | "auth" | "aor" | "identify" | "registration";

/** All of Asterisk's SIP modules keep their objects in one store. */
const CLASS = "res_pjsip";

/** Creates the object, or gives it these fields; what is not named takes Asterisk's default. */
export async function putDynamicObject(
  ari: Ari,
  object: { kind: DynamicKind; id: string; fields: Readonly<Record<string, string>> },
): Promise<void> {
  const fields = Object.entries(object.fields).map(([attribute, value]) => ({ attribute, value }));
  await ari.call("PUT /asterisk/config/dynamic/{configClass}/{objectType}/{id}", pathOf(object), { fields });
}

/** Removing what is not there is done already. */
export async function removeDynamicObject(
  ari: Ari,
  object: { kind: DynamicKind; id: string },
): Promise<void> {
  try {
    await ari.call("DELETE /asterisk/config/dynamic/{configClass}/{objectType}/{id}", pathOf(object));
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function pathOf({ kind, id }: { kind: DynamicKind; id: string }) {
  return { configClass: CLASS, objectType: kind, id };
}
