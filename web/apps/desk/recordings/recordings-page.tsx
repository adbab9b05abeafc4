import { useEffect } from "react";
import { Route, Switch, useLocation } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { useAddress } from "../period/use-address.ts";
import { RecordingFilters } from "./recording-filters.tsx";
import { RecordingList } from "./recording-list.tsx";
import { RecordingView } from "./recording-view.tsx";
import "../interactions/interactions.css";
import "./recordings.css";

/** The question over all, the list at the left, the chosen recording at the right. */
export function RecordingsPage() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const address = useAddress("7d");
  const openId = location.split("/")[2] ?? null;
  useEffect(() => {
    document.title = t("recordings.pageTitle");
  }, [t]);
  return (
    <div className="page">
      <RecordingFilters address={address} />
      <div className="recordings">
        <RecordingList address={address} openId={openId} />
        <main className="recording">
          <Switch>
            <Route path="/recordings/:recordingId">
              {({ recordingId }) => <RecordingView key={recordingId} recordingId={recordingId} />}
            </Route>
            <Route>
              <EmptyState>{t("recordings.choose")}</EmptyState>
            </Route>
          </Switch>
        </main>
      </div>
    </div>
  );
}
