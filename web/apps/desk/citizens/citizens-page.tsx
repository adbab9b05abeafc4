import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Route, Switch } from "wouter";
import { CitizenRecordPage } from "./citizen-record-page.tsx";
import { CitizenSearch } from "./citizen-search.tsx";
import "../knowledge/knowledge-page.css";

export function CitizensPage() {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = t("citizens.pageTitle");
  }, [t]);
  return (
    <main className="reading">
      <Switch>
        <Route path="/citizens/:citizenId">
          {({ citizenId }) => <CitizenRecordPage key={citizenId} citizenId={citizenId} />}
        </Route>
        <Route>
          <CitizenSearch />
        </Route>
      </Switch>
    </main>
  );
}
