export type { DemoArticle, TopicPath } from "./demo/demo-article.ts";
export { type ArticleHome, DEMO_ARTICLES, publishDemoArticles } from "./demo/demo-articles.ts";
export { articlePublished, articleReadToCitizen } from "./events.ts";
export { type ArticleRead, articlesReadIn } from "./readings/read-to-citizen.ts";
export { routes } from "./routes.ts";
export { createArticle, publishDraft } from "./write-article.ts";
