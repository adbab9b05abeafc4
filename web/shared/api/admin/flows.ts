import type {
  EmergencyNumberList,
  EntryPoint,
  EntryPointChange,
  EntryPointList,
  FlowDetail,
  FlowList,
  FlowProblems,
  FlowToValidate,
  FlowVersion,
  FlowVersionDetail,
  FlowVersionList,
  NewEntryPoint,
  NewFlow,
  NodeKindList,
  SaveDraft,
} from "@vera/contracts/ivr";
import { get, patch, post, put, remove } from "../request.ts";

export async function listFlows(): Promise<FlowList> {
  return get("/flows");
}

export async function openFlow(flowId: string): Promise<FlowDetail> {
  return get(`/flows/${flowId}`);
}

export async function createFlow(flow: NewFlow): Promise<FlowDetail> {
  return post("/flows", flow);
}

export async function renameFlow(flowId: string, name: string): Promise<FlowDetail> {
  return patch(`/flows/${flowId}`, { name });
}

export async function saveFlowDraft(flowId: string, draft: SaveDraft): Promise<FlowDetail> {
  return put(`/flows/${flowId}/draft`, draft);
}

export async function publishFlow(flowId: string, note: string): Promise<FlowVersion> {
  return post(`/flows/${flowId}/publish`, note ? { note } : {});
}

export async function rollbackFlow(flowId: string, version: number): Promise<FlowVersion> {
  return post(`/flows/${flowId}/rollback`, { version });
}

export async function listFlowVersions(flowId: string): Promise<FlowVersionList> {
  return get(`/flows/${flowId}/versions`);
}

export async function openFlowVersion(flowId: string, version: number): Promise<FlowVersionDetail> {
  return get(`/flows/${flowId}/versions/${version}`);
}

export async function validateFlow(flow: FlowToValidate): Promise<FlowProblems> {
  return post("/flow-validation", flow);
}

export async function listNodeKinds(): Promise<NodeKindList> {
  return get("/flow-node-kinds");
}

export async function listEntryPoints(): Promise<EntryPointList> {
  return get("/entry-points");
}

export async function createEntryPoint(entryPoint: NewEntryPoint): Promise<EntryPoint> {
  return post("/entry-points", entryPoint);
}

export async function changeEntryPoint(id: string, change: EntryPointChange): Promise<EntryPoint> {
  return patch(`/entry-points/${id}`, change);
}

export async function removeEntryPoint(id: string): Promise<void> {
  return remove(`/entry-points/${id}`);
}

export async function listEmergencyNumbers(): Promise<EmergencyNumberList> {
  return get("/emergency-numbers");
}
