import type { Permission } from "@vera/contracts/permissions";

/** The permissions by what they are about; the test sees that none is left out. */
export const PERMISSION_GROUPS: readonly { id: string; permissions: readonly Permission[] }[] = [
  {
    id: "attention",
    permissions: ["interaction.handle", "agent.state", "call.place", "disposition.write", "interaction.read"],
  },
  { id: "citizens", permissions: ["citizen.read", "citizen.edit"] },
  {
    id: "tickets",
    permissions: ["ticket.read", "ticket.create", "ticket.work", "office.manage", "competence.manage"],
  },
  {
    id: "supervision",
    permissions: [
      "supervise.view",
      "supervise.monitor",
      "supervise.state",
      "recording.list",
      "recording.listen",
      "recording.download",
      "report.read",
      "report.export",
    ],
  },
  {
    id: "knowledge",
    permissions: ["article.read", "article.edit", "article.publish", "topic.read", "topic.manage"],
  },
  { id: "routing", permissions: ["queue.read", "queue.manage", "skill.manage"] },
  {
    id: "phone",
    permissions: ["flow.read", "flow.edit", "flow.publish", "prompt.manage", "trunk.manage"],
  },
  { id: "organisation", permissions: ["tenant.read", "tenant.manage", "hours.manage"] },
  {
    id: "system",
    permissions: ["user.read", "user.manage", "role.manage", "api-key.manage", "audit.read", "system.manage"],
  },
];
