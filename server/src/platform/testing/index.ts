export { TestClient, type TestReply } from "./test-client.ts";
export { TestClock } from "./test-clock.ts";
export { type TestDatabase, testDatabase } from "./test-database.ts";
export { type TestPlatform, testPlatform } from "./test-platform.ts";
