import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { CitizenCard } from "./citizen-card.tsx";
import { IdentifyCitizen } from "./identify-citizen.tsx";
import type { useCitizen } from "./use-citizen.ts";

/** What is being done about the person besides reading; null: nothing. */
export type PersonTask = "new" | "edit" | "search" | null;

interface WhoIsItProps {
  interactionId: string;
  tenantId: string;
  callerNumber: string | null;
  person: ReturnType<typeof useCitizen>;
  task: PersonTask;
  onTask: (task: PersonTask) => void;
}

/** The card of the person, or the search while nobody is known. */
export function WhoIsIt({ person, task, onTask, callerNumber, ...context }: WhoIsItProps) {
  const { citizen, citizenId, record, interaction } = person;
  if (interaction.error) {
    return <ProblemNote error={interaction.error} onRetry={() => void interaction.refetch()} />;
  }
  if (citizen && task !== "search") {
    return (
      <CitizenCard
        {...context}
        citizen={citizen}
        onEdit={() => onTask("edit")}
        onChange={() => onTask("search")}
      />
    );
  }
  if (citizenId === null || task === "search") {
    return (
      <IdentifyCitizen
        {...context}
        callerNumber={callerNumber}
        onNew={() => onTask("new")}
        onDone={() => onTask(null)}
        onBack={citizen ? () => onTask(null) : undefined}
      />
    );
  }
  if (record.error) return <ProblemNote error={record.error} onRetry={() => void record.refetch()} />;
  return <Skeleton lines={4} />;
}
