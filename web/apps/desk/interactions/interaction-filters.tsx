import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { liveQueues } from "../../../shared/api/queues.ts";
import { liveAgents } from "../../../shared/api/supervision.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Select } from "../../../shared/ui/select.tsx";
import { TextField } from "../../../shared/ui/text-field.tsx";
import { useSettled } from "../../../shared/ui/use-settled.ts";
import { PeriodField } from "../period/period-field.tsx";
import type { useAddress } from "../period/use-address.ts";
import { useMe } from "../session/me-context.ts";
import { KINDS, kindOf } from "./interaction-filter.ts";

const LONG_MS = 300_000;

export function InteractionFilters({ address }: { address: ReturnType<typeof useAddress> }) {
  const { t } = useTranslation();
  const { search, set } = address;
  return (
    <>
      <PeriodField choice={address.choice} range={address.range} onChange={address.choosePeriod} />
      <Select
        label={t("interactions.show")}
        value={kindOf(search)}
        options={KINDS.map((kind) => ({ value: kind, label: t(`interactions.kind.${kind}`) }))}
        onChange={(kind) => set({ show: kind === "all" ? null : kind })}
      />
      <QueueSelect value={search.get("queue") ?? ""} onChange={(queue) => set({ queue })} />
      <AgentSelect value={search.get("agent") ?? ""} onChange={(agent) => set({ agent })} />
      <NumberField value={search.get("number") ?? ""} onChange={(number) => set({ number })} />
    </>
  );
}

interface ChoiceProps {
  value: string;
  onChange: (value: string) => void;
}

/** Queues that I may see; nothing where I may see none. */
export function QueueSelect({ value, onChange }: ChoiceProps) {
  const { t, locale } = useTranslation();
  const { can } = useMe();
  const queues = useQuery({
    queryKey: ["queues-live"],
    queryFn: liveQueues,
    staleTime: LONG_MS,
    enabled: can("queue.read"),
  });
  if (!can("queue.read")) return null;
  const collator = new Intl.Collator(locale);
  const options = (queues.data?.items ?? []).map(({ queueId, name }) => ({ value: queueId, label: name }));
  return (
    <Select
      label={t("interactions.queue")}
      value={value}
      placeholder={t("interactions.anyQueue")}
      options={options.sort((a, b) => collator.compare(a.label, b.label))}
      onChange={onChange}
    />
  );
}

/** Agents of my organisms, for who supervises them. */
export function AgentSelect({ value, onChange }: ChoiceProps) {
  const { t, locale } = useTranslation();
  const { can } = useMe();
  const agents = useQuery({
    queryKey: ["agents-live"],
    queryFn: liveAgents,
    staleTime: LONG_MS,
    enabled: can("supervise.view"),
  });
  if (!can("supervise.view")) return null;
  const collator = new Intl.Collator(locale);
  const options = (agents.data?.items ?? []).map(({ agentId, name }) => ({ value: agentId, label: name }));
  return (
    <Select
      label={t("interactions.agent")}
      value={value}
      placeholder={t("interactions.anyAgent")}
      options={options.sort((a, b) => collator.compare(a.label, b.label))}
      onChange={onChange}
    />
  );
}

/** Asked for when the hand rests, so that each digit is not a question. */
export function NumberField({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const settled = useSettled(typed.trim());
  const asked = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  // Only what is typed here decides; the address follows.
  useEffect(() => {
    if (settled === asked.current) return;
    asked.current = settled;
    tell.current(settled);
  }, [settled]);
  return (
    <TextField
      label={t("interactions.number")}
      value={typed}
      placeholder={t("interactions.numberHint")}
      inputMode="search"
      maxLength={60}
      onChange={setTyped}
    />
  );
}
