import assert from "node:assert/strict";
import { test } from "node:test";
import type { FoundArticles } from "@vera/contracts/knowledge";
import type { ArticleSearch } from "../../../../shared/api/articles.ts";
import { suggestArticles } from "./suggest-articles.ts";

const hit = { id: "a" } as FoundArticles["items"][number];
function server(answers: { queue?: FoundArticles["by"]; read?: boolean }) {
  const asked: ArticleSearch[] = [];
  const find = async (search: ArticleSearch): Promise<FoundArticles> => {
    asked.push(search);
    if (search.q) return { by: answers.queue ?? "words", items: [hit], next: null };
    if (search.order) return { by: "most-read", items: answers.read ? [hit] : [], next: null };
    return { by: search.topicId ? "topic" : "all", items: [], next: null };
  };
  return { asked, find };
}

test("words win over the topic, and the topic over the queue", async () => {
  const { asked, find } = server({});
  const question = { query: "agua", topicId: "t", queueName: "Agua" };
  assert.equal((await suggestArticles(question, find)).why, "query");
  assert.equal((await suggestArticles({ ...question, query: "" }, find)).why, "topic");
  assert.deepEqual(asked, [{ q: "agua" }, { topicId: "t" }]);
});

test("a topic without articles says so instead of showing others", async () => {
  const { find } = server({ read: true });
  const { why, found } = await suggestArticles({ query: "", topicId: "t", queueName: "Agua" }, find);
  assert.deepEqual([why, found.items], ["topic", []]);
});

test("without a topic: the queue if all its words are found, else the most read, else all, each by its name", async () => {
  const question = { query: "", topicId: null, queueName: "Agua y cloacas" };
  const why = async (answers: Parameters<typeof server>[0], queueName: string | null = question.queueName) =>
    (await suggestArticles({ ...question, queueName }, server(answers).find)).why;
  assert.equal(await why({ queue: "words" }), "queue");
  assert.equal(await why({ queue: "some-words", read: true }), "most-read");
  assert.equal(await why({ read: true }, null), "most-read");
  assert.equal(await why({ queue: "nothing" }), "all");
});
