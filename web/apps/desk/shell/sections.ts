import {
  IconBook,
  IconChartBar,
  IconHeadset,
  IconLayoutDashboard,
  IconListDetails,
  IconMicrophone,
  IconSettings,
  IconTicket,
  IconUsers,
} from "@tabler/icons-react";
import type { Permission } from "@vera/contracts/permissions";
import type { ComponentType } from "react";
import { lazyArea } from "../../../shared/i18n/lazy-area.ts";
import type { GlyphIcon } from "../../../shared/ui/glyph.tsx";

export interface Section {
  /** Its word is `shell.section.<id>`. */
  id: string;
  /** First part of the address; the page may read the rest. */
  path: string;
  icon: GlyphIcon;
  /** Who lacks all of them does not see the section. */
  permissions: readonly Permission[];
  page: ComponentType;
}

/** The rail from top to bottom. A new area of the desk is a folder and one entry here. */
export const SECTIONS: readonly Section[] = [
  {
    id: "agentDesk",
    path: "/",
    icon: IconHeadset,
    permissions: ["interaction.handle"],
    page: lazyArea(["agent-desk"], async () => (await import("../agent/agent-desk.tsx")).AgentDeskPage),
  },
  {
    id: "board",
    path: "/board",
    icon: IconLayoutDashboard,
    permissions: ["supervise.view"],
    page: lazyArea(["board"], async () => (await import("../board/board-page.tsx")).BoardPage),
  },
  {
    id: "tickets",
    path: "/tickets",
    icon: IconTicket,
    permissions: ["ticket.read"],
    page: lazyArea(["tickets"], async () => (await import("../tickets/tickets-page.tsx")).TicketsPage),
  },
  {
    id: "knowledge",
    path: "/knowledge",
    icon: IconBook,
    permissions: ["article.read"],
    page: lazyArea(
      ["knowledge", "agent-desk"],
      async () => (await import("../knowledge/knowledge-page.tsx")).KnowledgePage,
    ),
  },
  {
    id: "citizens",
    path: "/citizens",
    icon: IconUsers,
    permissions: ["citizen.read"],
    page: lazyArea(
      ["citizens", "agent-desk"],
      async () => (await import("../citizens/citizens-page.tsx")).CitizensPage,
    ),
  },
  {
    id: "interactions",
    path: "/interactions",
    icon: IconListDetails,
    permissions: ["interaction.read"],
    page: lazyArea(
      ["interactions", "period"],
      async () => (await import("../interactions/interactions-page.tsx")).InteractionsPage,
    ),
  },
  {
    id: "recordings",
    path: "/recordings",
    icon: IconMicrophone,
    permissions: ["recording.list"],
    page: lazyArea(
      ["recordings", "interactions", "period"],
      async () => (await import("../recordings/recordings-page.tsx")).RecordingsPage,
    ),
  },
  {
    id: "reports",
    path: "/reports",
    icon: IconChartBar,
    permissions: ["report.read"],
    page: lazyArea(
      ["reports", "interactions", "period"],
      async () => (await import("../reports/reports-page.tsx")).ReportsPage,
    ),
  },
  {
    id: "admin",
    path: "/admin",
    icon: IconSettings,
    permissions: [
      "user.read",
      "role.manage",
      "queue.manage",
      "skill.manage",
      "topic.manage",
      "flow.read",
      "trunk.manage",
      "tenant.manage",
      "hours.manage",
      "office.manage",
      "article.edit",
      "api-key.manage",
      "audit.read",
    ],
    page: lazyArea(["admin"], async () => (await import("../admin/admin-page.tsx")).AdminPage),
  },
];
