import { useEffect, useState } from "react";
import { Route, Switch, useLocation } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { SearchBox } from "../../../shared/ui/search-box.tsx";
import { ArticleResults } from "../agent/knowledge/article-results.tsx";
import { ArticleView } from "../agent/knowledge/article-view.tsx";
import "./knowledge-page.css";

/** Search and read, without a contact in hand. */
export function KnowledgePage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [query, setQuery] = useState("");
  useEffect(() => {
    document.title = t("knowledge.pageTitle");
  }, [t]);
  return (
    <main className="reading">
      <Switch>
        <Route path="/knowledge/:articleId">
          {({ articleId }) => (
            <ArticleView
              key={articleId}
              articleId={articleId}
              contact={null}
              onBack={() => go("/knowledge")}
            />
          )}
        </Route>
        <Route>
          <h1>{t("knowledge.title")}</h1>
          <SearchBox
            label={t("agentDesk.knowledge.search")}
            value={query}
            onChange={setQuery}
            autoFocus
            forList
          />
          <ArticleResults contact={null} query={query} topicId={null} />
        </Route>
      </Switch>
    </main>
  );
}
