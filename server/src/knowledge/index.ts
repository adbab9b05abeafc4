export { publishDemoArticles } from "./demo/demo-articles.ts";
export { articlePublished, articleReadToCitizen } from "./events.ts";
export { giveFeedback } from "./feedback/give-feedback.ts";
export { noteGap } from "./gaps/note-gap.ts";
export { openPublicArticle, type PublicArticle, sendPublicFile } from "./public-article.ts";
export { articlesReadIn } from "./readings/read-to-citizen.ts";
export { routes } from "./routes.ts";
export { findPublicArticles } from "./search/find-articles.ts";
