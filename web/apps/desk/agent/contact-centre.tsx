import { IconPencil } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../shared/keys/use-key.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { TabPanel } from "../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../shared/ui/tabs.tsx";
import { Tag } from "../../../shared/ui/tag.tsx";
import { CallRibbon } from "./call/call-ribbon.tsx";
import { CallStrip } from "./call/call-strip.tsx";
import type { DeskContact } from "./contacts/desk-contacts.ts";
import { NotesTab } from "./notes/notes-tab.tsx";
import { ScriptTab } from "./script/script-tab.tsx";
import { useDraft } from "./use-draft.ts";
import { useInteraction } from "./use-interaction.ts";
import { DispositionTab } from "./wrap-up/disposition-tab.tsx";
import { WrapUpStrip } from "./wrap-up/wrap-up-strip.tsx";

const TicketTab = lazy(async () => ({ default: (await import("./ticket/ticket-tab.tsx")).TicketTab }));

const TABS = ["script", "ticket", "notes", "disposition"] as const;
export type CentreTab = (typeof TABS)[number];

/** The contact in hand: the strip that commands it, its ribbon, and the work in tabs. */
export function ContactCentre({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [tab, setTab] = useState<CentreTab>(contact.wrapUp ? "disposition" : "script");
  const [draft] = useDraft(contact.interactionId);
  const interaction = useInteraction(contact.interactionId);
  const wrapping = contact.wrapUp !== null;
  useEffect(() => {
    if (wrapping) setTab("disposition");
  }, [wrapping]);
  useKey("ticket", () => setTab("ticket"));
  const notes = interaction.data?.notes.length ?? 0;
  const tickets = interaction.data?.tickets.length ?? 0;
  const group = "centre";
  return (
    <>
      {contact.wrapUp ? (
        <WrapUpStrip contact={contact} wrapUp={contact.wrapUp} />
      ) : (
        <CallStrip contact={contact} />
      )}
      <CallRibbon contact={contact} />
      <Tabs
        group={group}
        label={t("agentDesk.tabs.label")}
        value={tab}
        onChange={setTab}
        end={
          draft.savedAt
            ? t("agentDesk.tabs.saved", { time: formats.time(new Date(draft.savedAt).toISOString()) })
            : null
        }
        tabs={[
          { id: "script", label: t("agentDesk.tabs.script") },
          {
            id: "ticket",
            label: (
              <>
                {t("agentDesk.tabs.ticket")}
                {tickets > 0 ? (
                  <Tag tone="accent">{tickets}</Tag>
                ) : (
                  draft.story !== "" && <Glyph icon={IconPencil} size={14} />
                )}
              </>
            ),
          },
          {
            id: "notes",
            label: (
              <>
                {t("agentDesk.tabs.notes")}
                {notes > 0 && <Tag tone="neutral">{notes}</Tag>}
              </>
            ),
          },
          { id: "disposition", label: t("agentDesk.tabs.disposition") },
        ]}
      />
      <TabPanel group={group} id={tab} className="desk-panel">
        {tab === "script" && <ScriptTab contact={contact} onTab={setTab} />}
        {tab === "ticket" && (
          <Suspense fallback={<Skeleton lines={8} />}>
            <TicketTab contact={contact} />
          </Suspense>
        )}
        {tab === "notes" && <NotesTab contact={contact} />}
        {tab === "disposition" && <DispositionTab contact={contact} />}
      </TabPanel>
    </>
  );
}
