import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCitizen } from "../citizens/index.ts";
import type { Identity } from "../identity/index.ts";
import { publishDemoArticles } from "../knowledge/index.ts";
import { asSystem, type Platform } from "../platform/index.ts";
import { readTenants } from "../tenants/index.ts";
import { CITIZENS } from "./data/citizens.ts";
import { PROVINCE } from "./data/organisms.ts";
import { DEMO_PASSWORD } from "./data/people.ts";
import { seedCentre } from "./seed-centre.ts";
import { required, seedOrganisms } from "./seed-organisms.ts";
import { seedApiKey, seedPeople } from "./seed-people.ts";
import { seedServices } from "./seed-services.ts";

export interface Demo {
  readonly apiKey: string;
}

/** Fills an empty installation with the demonstration, in one transaction; one that has organisms of its own is left alone. */
export async function seedDemo(
  platform: Platform,
  { dataDir, identity }: { dataDir: string; identity: Identity },
): Promise<Demo> {
  const keyFile = join(dataDir, "demo-api-key");
  const passwordHash = await identity.hashPassword(DEMO_PASSWORD);
  const apiKey = await asSystem(platform, "demo", async (ctx) => {
    if ((await readTenants(ctx, { closed: true })).length > 0) return undefined;
    const organisms = await seedOrganisms(ctx);
    const { tenants, topics } = organisms;
    const users = await seedPeople(ctx, { tenants, passwordHash });
    await publishDemoArticles(ctx, (path) => {
      const { id: topicId, tenantId } = required(
        topics,
        path.filter((name) => name !== undefined).join(" > "),
      );
      return { topicId, tenantId };
    });
    for (const citizen of CITIZENS)
      await createCitizen(ctx, { ...citizen, tenantId: required(tenants, PROVINCE) });
    await seedCentre(ctx, { organisms, users });
    await seedServices(ctx, organisms);
    const key = await seedApiKey(ctx, required(tenants, PROVINCE));
    // Beside the database on purpose: only its hash is inside. Renamed last, so that it is whole or not there.
    writeFileSync(`${keyFile}.new`, key, { mode: 0o600 });
    renameSync(`${keyFile}.new`, keyFile);
    return key;
  });
  if (apiKey !== undefined) return { apiKey };
  if (!existsSync(keyFile)) {
    throw new Error(
      "This data folder holds an installation that is no demonstration: start it without --demo, or choose another --data.",
    );
  }
  return { apiKey: readFileSync(keyFile, "utf8") };
}
