import type {
  CareList,
  EditSynonym,
  FeedbackList,
  GapList,
  NewSynonym,
  Synonym,
  SynonymList,
} from "@vera/contracts/knowledge-care";
import { get, post, put, remove } from "../request.ts";

export async function listCare(): Promise<CareList> {
  return get("/article-care");
}

export async function listOpenFeedback(): Promise<FeedbackList> {
  return get("/article-feedback");
}

export async function settleFeedback(id: string): Promise<void> {
  return post(`/article-feedback/${id}/settlement`);
}

export async function listGaps(): Promise<GapList> {
  return get("/article-gaps");
}

export async function settleGap(id: string): Promise<void> {
  return post(`/article-gaps/${id}/settlement`);
}

export async function listSynonyms(): Promise<SynonymList> {
  return get("/article-synonyms");
}

export async function createSynonym(synonym: NewSynonym): Promise<Synonym> {
  return post("/article-synonyms", synonym);
}

export async function changeSynonym(id: string, synonym: EditSynonym): Promise<Synonym> {
  return put(`/article-synonyms/${id}`, synonym);
}

export async function removeSynonym(id: string): Promise<void> {
  return remove(`/article-synonyms/${id}`);
}
