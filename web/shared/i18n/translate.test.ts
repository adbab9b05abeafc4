import assert from "node:assert/strict";
import { test } from "node:test";
import { lookUp, translate } from "./translate.ts";

const texts = {
  errors: { conflict: "Otra persona lo cambió antes." },
  list: {
    people_one: "{{count}} persona",
    people_many: "{{count}} de personas",
    people_other: "{{count}} personas",
  },
  say: { greet: "¿Con quién hablo?", greet_known: "¿Hablo con {{name}}?" },
};
const find = (key: string) => lookUp(texts, key);
const t = (keys: string | string[], params = {}) => translate(find, "es-AR", keys, params);

test("names in braces are filled in, and one that is missing leaves nothing behind", () => {
  assert.equal(t("say.greet_known", { name: "Celina" }), "¿Hablo con Celina?");
  assert.equal(t("say.greet_known"), "¿Hablo con ?");
});

test("the number chooses the form, the millions of Spanish too", () => {
  assert.equal(t("list.people", { count: 1 }), "1 persona");
  assert.equal(t("list.people", { count: 0 }), "0 personas");
  assert.equal(t("list.people", { count: 2_000_000 }), "2000000 de personas");
});

test("a variant is taken when there is one", () => {
  assert.equal(t("say.greet", { context: "known", name: "Celina" }), "¿Hablo con Celina?");
  assert.equal(t("say.greet", { context: "" }), "¿Con quién hablo?");
  assert.equal(t("say.greet", { context: "strange" }), "¿Con quién hablo?");
});

test("of several keys the first that exists speaks", () => {
  assert.equal(t(["errors.offer.gone", "errors.conflict"]), "Otra persona lo cambió antes.");
});

test("a key that no text has is seen instead of hidden", () => {
  assert.equal(t("errors.gone"), "errors.gone");
  assert.equal(t("errors"), "errors");
});
