import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { AuditEntry, AuditFilter } from "@vera/contracts/identity";
import { useState } from "react";
import { listAudit } from "../../../../shared/api/admin/keys-and-audit.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { useMe } from "../../session/me-context.ts";
import { Drawer } from "../kit/drawer.tsx";
import { FilterSelect } from "../kit/filter-select.tsx";
import { ResourceList } from "../kit/resource-list.tsx";
import { SplitPage } from "../kit/split-page.tsx";
import { tenantOptions } from "../kit/tenant-options.ts";
import { useResourceRoute } from "../kit/use-resource-route.ts";
import { IntegrityCheck } from "./integrity-check.tsx";
import { useAuditWords } from "./use-audit-words.ts";
import "./audit.css";

/** Heads of actions, as the server names them: `recording.` finds all about recordings. */
const ABOUT = [
  "user.",
  "membership.",
  "role.",
  "api-key.",
  "session.",
  "citizen.",
  "recording.",
  "ticket.",
  "article.",
  "queue.",
  "skill.",
  "agent.",
  "flow.",
  "prompt.",
  "entry-point.",
  "trunk.",
  "tenant.",
  "calendar.",
  "holiday.",
  "topic.",
] as const;

/** Who did what, newest first; the chain can be checked. */
export function AuditPage() {
  const { t } = useTranslation();
  const { me, can, canIn } = useMe();
  const route = useResourceRoute("audit");
  const [typed, setTyped] = useState("");
  const [about, setAbout] = useState("");
  const [tenantId, setTenantId] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const settled = useSettled(typed.trim());
  const filter: AuditFilter = {
    ...(about ? { action: about } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(from ? { from: new Date(`${from}T00:00:00`).toISOString() } : {}),
    ...(to ? { to: new Date(`${to}T23:59:59.999`).toISOString() } : {}),
  };
  const audit = useInfiniteQuery({
    queryKey: ["admin-audit", filter],
    queryFn: ({ pageParam }) => listAudit({ ...filter, ...(pageParam ? { before: pageParam } : {}) }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const words = useAuditWords();
  const columns = useAuditColumns();
  const rows = audit.data?.pages.flatMap((page) => page.entries);
  const opened = rows?.find(({ seq }) => String(seq) === route.openId);
  const wanted = settled.toLowerCase();
  const matches = (entry: AuditEntry): boolean =>
    wanted === "" ||
    [entry.actor.name, entry.action, words.action(entry.action), entry.subject.id].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  return (
    <SplitPage side={opened && <EntryDrawer key={opened.seq} entry={opened} onClose={route.close} />}>
      <ResourceList<AuditEntry>
        title={t("admin.area.audit")}
        about={t("adminSystem.audit.about")}
        source={{ rows, error: audit.error, retry: () => void audit.refetch() }}
        rowKey={({ seq }) => String(seq)}
        columns={columns}
        keep={matches}
        search={{ value: typed, onChange: setTyped }}
        filters={
          <>
            <FilterSelect
              label={t("adminSystem.audit.what")}
              all={t("adminSystem.audit.everything")}
              value={about}
              options={ABOUT.map((head) => ({ value: head, label: words.about(head) }))}
              onChange={setAbout}
            />
            <FilterSelect
              label={t("admin.tenant")}
              all={t("admin.allTenants")}
              value={tenantId}
              options={tenantOptions(me.tenants.filter(({ id }) => canIn("audit.read", id)))}
              onChange={setTenantId}
            />
            <DayFilter label={t("adminSystem.audit.from")} value={from} onChange={setFrom} />
            <DayFilter label={t("adminSystem.audit.to")} value={to} onChange={setTo} />
          </>
        }
        empty={t("adminSystem.audit.empty")}
        onOpen={({ seq }) => route.open(String(seq))}
        openId={route.openId}
        narrow={opened !== undefined}
        exportName="audit"
        actions={can("system.manage") && <IntegrityCheck />}
        foot={
          audit.hasNextPage && (
            <div className="resource-more">
              {t("admin.loaded", { count: rows?.length ?? 0 })}
              <Button size="small" busy={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
                {t("admin.loadMore")}
              </Button>
            </div>
          )
        }
      />
    </SplitPage>
  );
}

function useAuditColumns() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const formats = useFormats();
  const words = useAuditWords();
  return [
    {
      id: "at",
      header: t("adminSystem.audit.when"),
      value: ({ at }: AuditEntry) => at,
      cell: ({ at }: AuditEntry) => <span title={formats.exact(at)}>{formats.whenWithDay(at)}</span>,
    },
    { id: "actor", header: t("adminSystem.audit.who"), value: ({ actor }: AuditEntry) => actor.name },
    {
      id: "action",
      header: t("adminSystem.audit.what"),
      value: ({ action }: AuditEntry) => words.action(action),
      cell: ({ action }: AuditEntry) => <b>{words.action(action)}</b>,
    },
    {
      id: "subject",
      header: t("adminSystem.audit.subject"),
      value: ({ subject }: AuditEntry) => `${subject.kind} ${subject.id}`,
      cell: ({ subject }: AuditEntry) => (
        <span className="audit-subject">
          {words.subject(subject.kind)} <span className="dim">{subject.id.slice(-8)}</span>
        </span>
      ),
      extra: true,
    },
    {
      id: "tenant",
      header: t("admin.tenant"),
      value: ({ tenantId }: AuditEntry) => (tenantId ? tenantName(tenantId) : t("admin.platform")),
      extra: true,
    },
    { id: "seq", header: t("adminSystem.audit.number"), value: ({ seq }: AuditEntry) => seq, number: true },
  ];
}

interface DayFilterProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
}

function DayFilter({ label, value, onChange }: DayFilterProps) {
  return (
    <label className="day-filter">
      <span className="sm mut">{label}</span>
      <input className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

function EntryDrawer({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const formats = useFormats();
  const words = useAuditWords();
  return (
    <Drawer title={words.action(entry.action)} second={entry.action} onClose={onClose}>
      <div className="drawer-body">
        <dl className="facts">
          <dt>{t("adminSystem.audit.number")}</dt>
          <dd>{entry.seq}</dd>
          <dt>{t("adminSystem.audit.when")}</dt>
          <dd>{formats.exact(entry.at)}</dd>
          <dt>{t("adminSystem.audit.who")}</dt>
          <dd>
            {entry.actor.name} <span className="dim">{words.actor(entry.actor.kind)}</span>
          </dd>
          <dt>{t("admin.tenant")}</dt>
          <dd>{entry.tenantId ? tenantName(entry.tenantId) : t("admin.platform")}</dd>
          <dt>{t("adminSystem.audit.subject")}</dt>
          <dd className="audit-subject">
            {words.subject(entry.subject.kind)}
            <br />
            <span className="sm mut">{entry.subject.id}</span>
          </dd>
        </dl>
        {Object.keys(entry.detail).length > 0 && (
          <section className="stack">
            <h3 className="h2">{t("adminSystem.audit.detail")}</h3>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the arrow keys must reach it */}
            <pre className="audit-detail" tabIndex={0}>
              {JSON.stringify(entry.detail, null, 2)}
            </pre>
          </section>
        )}
      </div>
    </Drawer>
  );
}
