import { useEffect } from "react";
import { Route, Switch } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
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
