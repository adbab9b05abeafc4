import assert from "node:assert/strict";
import { test } from "node:test";
import type { MyTenant } from "@vera/contracts/identity";
import { tenantOptions } from "./tenant-options.ts";

function tenant(id: string, parentId: string | null, name: string): MyTenant {
  const branding = { displayName: null, colour: null, logoFileId: null };
  return { id, parentId, kind: "agency", slug: id, name, shortName: name, branding };
}

test("organisms stand under the one they depend on, by name, indented", () => {
  const options = tenantOptions([
    tenant("z", "p", "Zoonosis"),
    tenant("p", null, "Provincia"),
    tenant("a", "p", "Aguas"),
    tenant("b", "a", "Barrancas"),
  ]);
  assert.deepEqual(
    options.map(({ label }) => label.replaceAll("\u00a0", ".")),
    ["Provincia", "....Aguas", "........Barrancas", "....Zoonosis"],
  );
});

test("an organism whose parent I may not see stands at the top instead of being lost", () => {
  assert.deepEqual(
    tenantOptions([tenant("a", "unseen", "Aguas")]).map(({ value, label }) => [value, label]),
    [["a", "Aguas"]],
  );
});
