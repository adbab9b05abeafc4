import assert from "node:assert/strict";
import { argon2Sync } from "node:crypto";
import { describe, test } from "node:test";
import { DomainError } from "../../platform/index.ts";
import { HashLane } from "./hash-lane.ts";
import { hashPassword, needsRehash, verifyPassword } from "./hash-password.ts";
import { checkNewPassword } from "./password-rules.ts";

const owner = { username: "mperalta", name: "Marina Peralta", email: "marina.peralta@santafe.example" };

function refusal(password: string): string | undefined {
  try {
    checkNewPassword(password, owner);
    return undefined;
  } catch (error) {
    assert.ok(error instanceof DomainError);
    return error.key;
  }
}

describe("a new password", () => {
  for (const password of ["", "Xk3#vQ9!mZ2", "áéíóúñáéíóú"]) {
    test(`of ${[...password].length} characters is too short`, () => {
      assert.equal(refusal(password), "passwordTooShort");
    });
  }
  for (const password of [
    "123456789012",
    "passwordpassword",
    "P@ssw0rd1234",
    "qwertyuiop123",
    "1qaz2wsx3edc4rfv",
    "contraseña2026",
    "SantaFe2026!!",
    "aaaaaaaaaaaaaaaa",
    "abcabcabcabc",
    "mperalta2026",
    "MarinaPeralta1",
    "vera.marina.2026",
    "bocajuniors12",
    "leavemealone",
  ]) {
    test(`such as ${password} is among the first guesses`, () => {
      assert.equal(refusal(password), "passwordTooCommon");
    });
  }
  for (const password of [
    "caballo-puente-lluvia-tostada",
    "tren lapacho 47 vereda",
    "Xk3#vQ9!mZ2p",
    "gtr7-plw2-mnx9",
    "🐎🌧️🍞🚂🌳🏠🌻🎸🪁🥁🐟🌙",
  ]) {
    test(`such as ${password} is taken`, () => {
      assert.equal(refusal(password), undefined);
    });
  }
  test("of the longest allowed length is judged without running away", () => {
    checkNewPassword(`${"añ9$".repeat(63)}zxqv`, owner);
  });
});

describe("a stored password", () => {
  const lane = new HashLane();

  test("is argon2id with 19 MiB and two passes, salted", async () => {
    const [first, second] = await Promise.all([hashPassword(lane, "lapacho"), hashPassword(lane, "lapacho")]);
    assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    assert.notEqual(first, second);
    assert.equal(needsRehash(first), false);
    assert.equal(needsRehash(first.replace("m=19456", "m=4096")), true);
  });

  test("is verified in every Unicode spelling of the same text, and only then", async () => {
    const stored = await hashPassword(lane, "contrase\u00f1a de \u00e1rbol");
    assert.equal(await verifyPassword(lane, "contrasen\u0303a de a\u0301rbol", stored), true);
    assert.equal(await verifyPassword(lane, "contrasena de arbol", stored), false);
  });

  test("rests on an argon2id that gives the tag of RFC 9106 section 5.3", () => {
    const tag = argon2Sync("argon2id", {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      parallelism: 4,
      tagLength: 32,
      memory: 32,
      passes: 3,
    });
    assert.equal(tag.toString("hex"), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  });
});

describe("the lane of hashes", () => {
  test("runs few at once, in order, and refuses a flood", async () => {
    const lane = new HashLane({ width: 2, maxWaiting: 3 });
    let running = 0;
    let peak = 0;
    const order: number[] = [];
    const work = (index: number) => async () => {
      running += 1;
      peak = Math.max(peak, running);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(index);
      running -= 1;
    };
    const admitted = [0, 1, 2, 3, 4].map((index) => lane.run(work(index)));
    await assert.rejects(
      lane.run(work(5)),
      (error) => error instanceof DomainError && error.code === "too-many",
    );
    await Promise.all(admitted);
    assert.deepEqual([peak, order], [2, [0, 1, 2, 3, 4]]);
    await lane.run(work(6));
  });

  test("a hash that fails gives its place back", async () => {
    const lane = new HashLane({ width: 1, maxWaiting: 1 });
    await assert.rejects(lane.run(async () => Promise.reject(new Error("broken"))));
    assert.equal(await lane.run(async () => 7), 7);
  });
});
