import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, test } from "node:test";
import { run, sql } from "../index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../testing/index.ts";
import type { Http } from "./http.ts";

let kit: TestPlatform;
let client: TestClient;
before(async () => {
  kit = await testPlatform();
  client = await kit.http(files);
});
after(() => kit.close());

/** `?fails`: what the handler wrote is refused by PostgreSQL only when it becomes durable. */
function files(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/files/:name",
    permission: "public",
    summary: "For this test",
    tags: ["test"],
    raw: true,
    handler: async (ctx, { request, reply }) => {
      await run(ctx, sql`create temp table once (n int unique deferrable initially deferred) on commit drop`);
      await run(ctx, sql`insert into once values (1)`);
      if (request.url.endsWith("?fails")) await run(ctx, sql`insert into once values (1)`);
      reply.type("text/plain").header("content-disposition", "attachment");
      return Readable.from(["a secret"]);
    },
  });
}

test("a file is handed over with the head that its handler gave", async () => {
  const { status, headers, raw } = await client.get("/api/v1/files/one");
  assert.deepEqual([status, headers["content-disposition"], raw.toString()], [200, "attachment", "a secret"]);
});

test("nobody gets a file whose transaction was refused at its end", async () => {
  const { status, raw } = await client.get("/api/v1/files/one?fails");
  assert.equal(status, 500);
  assert.doesNotMatch(raw.toString(), /secret/);
});
