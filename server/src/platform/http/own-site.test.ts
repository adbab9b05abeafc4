import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import Type from "typebox";
import { type TestPlatform, testPlatform } from "../testing/index.ts";
import { isOwnOrigin, isSecure } from "./own-site.ts";
import { ANONYMOUS } from "./principal.ts";
import { createHttp } from "./server.ts";

let kit: TestPlatform;
before(async () => {
  kit = await testPlatform();
});
after(() => kit.close());

async function judge(publicUrl: string | undefined, origin: string) {
  const authenticator = { authenticate: async () => ANONYMOUS };
  const http = await createHttp(kit.platform, authenticator, publicUrl === undefined ? {} : { publicUrl });
  http.route({
    method: "GET",
    url: "/api/v1/judge",
    permission: "public",
    summary: "For this test",
    tags: ["test"],
    response: Type.Object({ own: Type.Boolean(), secure: Type.Boolean() }),
    handler: async (_ctx, { request }) => ({ own: isOwnOrigin(request, origin), secure: isSecure(request) }),
  });
  const reply = await http.app.inject({ url: "/api/v1/judge", headers: { host: "inner:8080" } });
  await http.app.close();
  return {
    ...(reply.json() as { own: boolean; secure: boolean }),
    hsts: reply.headers["strict-transport-security"],
  };
}

test("with a public address only its pages are ours, and browsers are taken to speak https", async () => {
  const { own, secure, hsts } = await judge("https://vera.example", "https://vera.example");
  assert.deepEqual({ own, secure }, { own: true, secure: true });
  assert.match(String(hsts), /max-age/);
  for (const foreign of [
    "http://vera.example",
    "https://inner:8080",
    "http://inner:8080",
    "https://vera.example:8443",
    "null",
  ])
    assert.equal((await judge("https://vera.example", foreign)).own, false, foreign);
});

test("without one a page is ours when it has the host of its request", async () => {
  const { own, secure, hsts } = await judge(undefined, "http://inner:8080");
  assert.deepEqual({ own, secure, hsts }, { own: true, secure: false, hsts: undefined });
  assert.equal((await judge(undefined, "http://elsewhere:8080")).own, false);
  assert.equal((await judge(undefined, "null")).own, false);
});
