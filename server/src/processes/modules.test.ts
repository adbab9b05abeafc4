import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { PERMISSIONS } from "@vera/contracts/permissions";
import { readConfiguration } from "../platform/config.ts";
import { type TestPlatform, testPlatform } from "../platform/testing/index.ts";
import { Closers } from "./closers.ts";
import { type Modules, startModules } from "./modules.ts";

let kit: TestPlatform;
let modules: Modules;
const closers = new Closers();
const dataDir = mkdtempSync(join(tmpdir(), "vera-modules-"));

before(async () => {
  kit = await testPlatform({ realClock: true });
  modules = await startModules(kit.platform, {
    options: {
      dataDir,
      demo: false,
      voice: false,
      httpPort: 0,
      sipPort: 0,
      databaseUrl: undefined,
      configuration: readConfiguration({}),
      enginePrefix: "",
      onProgress: () => undefined,
    },
    engine: undefined,
    closers,
  });
});
after(async () => {
  await modules?.http.app.close();
  await closers.close();
  await kit.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("the whole program's routes", () => {
  test("each say who may ask", () => {
    assert.deepEqual(modules.http.undeclared(), []);
    const known = new Set<string>([...PERMISSIONS, "public", "signed-in"]);
    assert.deepEqual(
      modules.http.routes.filter(({ permission }) => !known.has(permission)),
      [],
    );
    assert.ok(modules.http.routes.length > 100, "all modules are there");
  });

  test("a route that was added past the doors is noticed", async () => {
    // What `undeclared` is for: Fastify itself would let anybody in.
    const routes = modules.http.routes.splice(0, 1);
    assert.notDeepEqual(modules.http.undeclared(), []);
    modules.http.routes.unshift(...routes);
  });

  test("refuse whoever is not signed in, but for those that are public", async () => {
    for (const { method, url, permission } of modules.http.routes) {
      if (permission === "public" || !url.startsWith("/api/v1/") || url === "/api/v1/realtime") continue;
      const path = url.replace(/:[a-zA-Z]+/g, "01a20aa3-47e6-7c89-b589-c620783aaa9c");
      const reply = await modules.http.app.inject({
        method: method as "GET",
        url: path,
        headers: { "x-vera": "1" },
        ...(method === "GET" || method === "DELETE" ? {} : { payload: {} }),
      });
      assert.equal(reply.statusCode, 401, `${method} ${url}`);
    }
  });

  test("are described in OpenAPI 3.1, each with its permission", async () => {
    const reply = await modules.http.app.inject({ url: "/api/openapi.json" });
    const document = reply.json<{
      openapi: string;
      paths: Record<string, Record<string, { description?: string }>>;
    }>();
    assert.equal(document.openapi, "3.1.0");
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    assert.ok(operations.length > 100);
  });
});
