import type { NewTopic, Topic, TopicChange, TopicList } from "@vera/contracts/tenants";
import { get, patch, post } from "../request.ts";

export async function listAllTopics(): Promise<TopicList> {
  return get("/topics", { query: { inactive: true } });
}

export async function createTopic(topic: NewTopic): Promise<Topic> {
  return post("/topics", topic);
}

export async function changeTopic(topicId: string, change: TopicChange): Promise<Topic> {
  return patch(`/topics/${topicId}`, change);
}
