export { publishDemoArticles } from "./demo/demo-articles.ts";
export { articlePublished, articleReadToCitizen } from "./events.ts";
export { articlesReadIn } from "./readings/read-to-citizen.ts";
export { routes } from "./routes.ts";
