import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "../testing/browser.ts";
import { type IdentityKit, identityKit } from "../testing/identity-kit.ts";
import { DEFAULT_ROLES } from "./default-roles.ts";

const NOBODY = "01890000-0000-7000-8000-000000000000";

let id: IdentityKit;
const browsers = new Map<string, Browser>();

before(async () => {
  id = await identityKit();
  for (const [role, { platformWide }] of Object.entries(DEFAULT_ROLES)) {
    await id.person(`papel.${role}`, { tenantId: platformWide ? null : id.kit.tenantId, role });
    browsers.set(role, await id.inside(`papel.${role}`));
  }
});
after(() => id?.close());

test("each role gets through exactly the doors whose permission it has; without a login through none", async () => {
  const stranger = id.browser();
  const guarded = id.http.routes.filter(
    ({ permission }) => permission !== "public" && permission !== "signed-in",
  );
  assert.ok(guarded.length > 30);
  for (const { method, url, permission } of guarded) {
    const path = url.replaceAll(/:\w+/g, NOBODY);
    const send = (page: Browser) =>
      page.send(method as "GET", path, method === "GET" || method === "DELETE" ? undefined : {});
    for (const [role, page] of browsers) {
      const { status } = await send(page);
      const mayEnter = DEFAULT_ROLES[role]?.permissions.includes(permission as never) ?? false;
      // 422: the empty body was refused before the door was reached.
      if (status !== 422) assert.equal(status !== 403, mayEnter, `${role} ${method} ${url} → ${status}`);
    }
    assert.ok([401, 422].includes((await send(stranger)).status), `stranger ${method} ${url}`);
  }
});
