import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { findCitizens } from "../../../shared/api/citizens.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { SearchBox } from "../../../shared/ui/search-box.tsx";
import { useSettled } from "../../../shared/ui/use-settled.ts";
import { FoundPerson } from "../agent/citizen/found-person.tsx";

const SHORTEST = 3;

export function CitizenSearch() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const [query, setQuery] = useState("");
  const q = useSettled(query.trim());
  const found = useQuery({
    queryKey: ["find-citizens", q],
    queryFn: ({ signal }) => findCitizens(q, signal),
    enabled: q.length >= SHORTEST,
  });
  const people = q.length >= SHORTEST ? (found.data?.items ?? []) : [];
  return (
    <>
      <h1>{t("citizens.title")}</h1>
      <SearchBox label={t("citizens.search")} value={query} onChange={setQuery} autoFocus forList />
      {found.error && <ProblemNote error={found.error} onRetry={() => void found.refetch()} />}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <FoundPerson person={person} onPick={() => go(`/citizens/${person.id}`)} />
          </li>
        ))}
      </ul>
      {people.length === 0 && (
        <EmptyState>{t(q.length >= SHORTEST && found.data ? "citizens.nobody" : "citizens.hint")}</EmptyState>
      )}
    </>
  );
}
