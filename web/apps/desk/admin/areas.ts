import type { Permission } from "@vera/contracts/permissions";
import type { ComponentType } from "react";
import { lazyArea } from "../../../shared/i18n/lazy-area.ts";

export interface Area {
  /** Its word is `admin.area.<id>`, its address `/admin/<id>`. */
  id: string;
  group: (typeof GROUPS)[number];
  /** Shown as a tab of this area instead of a line of its own. */
  under?: string;
  /** Who lacks all of them does not see it. */
  permissions: readonly Permission[];
  /** Without this one its list cannot be read. */
  reads?: Permission;
  page: ComponentType;
}

export const GROUPS = ["people", "service", "phone", "organisation", "content", "system"] as const;

/** Everything that is administered, in the order of the list at the left. */
export const AREAS: readonly Area[] = [
  {
    id: "users",
    group: "people",
    permissions: ["user.read"],
    page: lazyArea(
      ["admin-people", "admin-service"],
      async () => (await import("./users/users-page.tsx")).UsersPage,
    ),
  },
  {
    id: "roles",
    group: "people",
    permissions: ["role.manage"],
    page: lazyArea(["admin-people"], async () => (await import("./roles/roles-page.tsx")).RolesPage),
  },
  {
    id: "queues",
    group: "service",
    permissions: ["queue.manage"],
    page: lazyArea(["admin-service"], async () => (await import("./queues/queues-page.tsx")).QueuesPage),
  },
  {
    id: "skills",
    group: "service",
    permissions: ["skill.manage"],
    page: lazyArea(["admin-service"], async () => (await import("./skills/skills-page.tsx")).SkillsPage),
  },
  {
    id: "outcome-codes",
    group: "service",
    permissions: ["topic.manage"],
    page: lazyArea(
      ["admin-service"],
      async () => (await import("./outcome-codes/outcome-codes-page.tsx")).OutcomeCodesPage,
    ),
  },
  {
    id: "pause-reasons",
    group: "service",
    permissions: ["queue.manage"],
    page: lazyArea(
      ["admin-service"],
      async () => (await import("./pause-reasons/pause-reasons-page.tsx")).PauseReasonsPage,
    ),
  },
  {
    id: "numbers",
    group: "phone",
    permissions: ["flow.read"],
    page: lazyArea(["admin-phone"], async () => (await import("./numbers/numbers-page.tsx")).NumbersPage),
  },
  {
    id: "emergency-numbers",
    group: "phone",
    under: "numbers",
    permissions: ["flow.read"],
    page: lazyArea(
      ["admin-phone"],
      async () => (await import("./numbers/emergency-numbers-page.tsx")).EmergencyNumbersPage,
    ),
  },
  {
    id: "flows",
    group: "phone",
    permissions: ["flow.read"],
    page: lazyArea(["admin-flow"], async () => (await import("./flows/flows-page.tsx")).FlowsPage),
  },
  {
    id: "prompts",
    group: "phone",
    permissions: ["flow.read"],
    page: lazyArea(["admin-phone"], async () => (await import("./prompts/prompts-page.tsx")).PromptsPage),
  },
  {
    id: "trunks",
    group: "phone",
    permissions: ["trunk.manage"],
    page: lazyArea(["admin-phone"], async () => (await import("./trunks/trunks-page.tsx")).TrunksPage),
  },
  {
    id: "outbound-routes",
    group: "phone",
    under: "trunks",
    permissions: ["trunk.manage"],
    page: lazyArea(["admin-phone"], async () => (await import("./trunks/routes-page.tsx")).RoutesPage),
  },
  {
    id: "outbound-policies",
    group: "phone",
    under: "trunks",
    permissions: ["trunk.manage"],
    page: lazyArea(["admin-phone"], async () => (await import("./trunks/policies-page.tsx")).PoliciesPage),
  },
  {
    id: "tenants",
    group: "organisation",
    permissions: ["tenant.manage"],
    page: lazyArea(["admin-organisms"], async () => (await import("./tenants/tenants-page.tsx")).TenantsPage),
  },
  {
    id: "hours",
    group: "organisation",
    permissions: ["hours.manage"],
    page: lazyArea(["admin-organisms"], async () => (await import("./hours/hours-page.tsx")).HoursPage),
  },
  {
    id: "holidays",
    group: "organisation",
    under: "hours",
    permissions: ["hours.manage"],
    page: lazyArea(["admin-organisms"], async () => (await import("./hours/holidays-page.tsx")).HolidaysPage),
  },
  {
    id: "offices",
    group: "organisation",
    permissions: ["office.manage"],
    page: lazyArea(["admin-organisms"], async () => (await import("./offices/offices-page.tsx")).OfficesPage),
  },
  {
    id: "topics",
    group: "content",
    permissions: ["topic.manage"],
    reads: "topic.read",
    page: lazyArea(["admin-organisms"], async () => (await import("./topics/topics-page.tsx")).TopicsPage),
  },
  {
    id: "articles",
    group: "content",
    permissions: ["article.edit"],
    reads: "article.read",
    page: lazyArea(
      ["admin-articles"],
      async () => (await import("./articles/articles-page.tsx")).ArticlesPage,
    ),
  },
  {
    id: "api-keys",
    group: "system",
    permissions: ["api-key.manage"],
    page: lazyArea(
      ["admin-system", "admin-people"],
      async () => (await import("./api-keys/api-keys-page.tsx")).ApiKeysPage,
    ),
  },
  {
    id: "audit",
    group: "system",
    permissions: ["audit.read"],
    page: lazyArea(["admin-system"], async () => (await import("./audit/audit-page.tsx")).AuditPage),
  },
];
