import type {
  ApiKeyList,
  AuditFilter,
  AuditIntegrity,
  AuditList,
  CreatedApiKey,
  NewApiKey,
} from "@vera/contracts/identity";
import { get, post, remove } from "../request.ts";

export async function listApiKeys(): Promise<ApiKeyList> {
  return get("/api-keys");
}

/** The answer shows the key once and never again. */
export async function createApiKey(key: NewApiKey): Promise<CreatedApiKey> {
  return post("/api-keys", key);
}

export async function revokeApiKey(id: string): Promise<void> {
  return remove(`/api-keys/${id}`);
}

export async function listAudit(filter: AuditFilter): Promise<AuditList> {
  return get("/audit", { query: { ...filter } });
}

export async function checkAudit(): Promise<AuditIntegrity> {
  return get("/audit/integrity");
}
