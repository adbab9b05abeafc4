import { IconUserPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CitizenSummary } from "@vera/contracts/citizens";
import { useState } from "react";
import { findCitizens } from "../../../../shared/api/citizens.ts";
import { assignCitizen } from "../../../../shared/api/interactions.ts";
import type { Translate } from "../../../../shared/i18n/texts-store.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { SearchBox } from "../../../../shared/ui/search-box.tsx";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { useMe } from "../../session/me-context.ts";
import { FoundPerson } from "./found-person.tsx";

interface IdentifyCitizenProps {
  interactionId: string;
  tenantId: string;
  callerNumber: string | null;
  onNew: () => void;
  onDone: () => void;
  /** Given: a person is already assigned, and stays on "Volver". */
  onBack?: (() => void) | undefined;
}

/** Find the person by phone, document or name; the search starts with the number that calls. */
export function IdentifyCitizen({
  interactionId,
  callerNumber,
  onNew,
  onDone,
  onBack,
}: IdentifyCitizenProps) {
  const { t } = useTranslation();
  const { can } = useMe();
  const queries = useQueryClient();
  const [query, setQuery] = useState(onBack ? "" : (callerNumber ?? ""));
  const settled = useSettled(query.trim());
  const found = useQuery({
    queryKey: ["find-citizens", settled],
    queryFn: ({ signal }) => findCitizens(settled, signal),
    enabled: settled.length >= 3,
  });
  const assign = useMutation({
    mutationFn: (person: CitizenSummary) => assignCitizen(interactionId, person.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["interaction", interactionId] });
      onDone();
    },
  });
  const people = settled.length >= 3 ? (found.data?.items ?? []) : [];
  return (
    <section className="identify" aria-label={t("agentDesk.identify.title")}>
      <h2>{t("agentDesk.identify.title")}</h2>
      <SearchBox
        label={t("agentDesk.identify.search")}
        value={query}
        onChange={setQuery}
        aria-describedby="identify-result"
      />
      {(found.error || assign.error) && <ProblemNote error={found.error ?? assign.error} />}
      <p className="sm mut" id="identify-result" role="status">
        {resultWords(settled, found.isFetching, people.length, found.data?.more === true, t)}
      </p>
      {people.length > 0 && (
        <ul>
          {people.map((person) => (
            <li key={person.id}>
              <FoundPerson person={person} onPick={() => assign.mutate(person)} />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {can("citizen.edit") && (
          <Button size="small" icon={IconUserPlus} onClick={onNew}>
            {t("agentDesk.identify.new")}
          </Button>
        )}
        {onBack && (
          <Button size="small" variant="ghost" onClick={onBack}>
            {t("agentDesk.identify.back")}
          </Button>
        )}
      </div>
    </section>
  );
}

function resultWords(query: string, searching: boolean, count: number, more: boolean, t: Translate): string {
  if (query.length < 3) return t("agentDesk.identify.hint");
  if (searching && count === 0) return t("agentDesk.identify.searching");
  if (count === 0) return t("agentDesk.identify.nobody");
  return t(more ? "agentDesk.identify.more" : "agentDesk.identify.found", { count });
}
