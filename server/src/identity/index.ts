export { createApiKey } from "./api-keys/change-api-keys.ts";
export { rightsChanged, sessionEnded, userChanged, userDisabled } from "./events.ts";
export { type FirstStart, firstStart } from "./first-start.ts";
export { createIdentity, type Identity } from "./identity.ts";
export { savePassword } from "./passwords/store.ts";
export { createUser } from "./users/create-user.ts";
export { readUser, readUserByName, readUsers, type UserRow, userNames } from "./users/store.ts";
