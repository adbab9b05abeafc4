import type { Permission } from "@vera/contracts/permissions";

/** Permissions over the installation itself; only a role held on the whole platform may have them. */
export const PLATFORM_PERMISSIONS: readonly Permission[] = ["role.manage", "system.manage"];

interface DefaultRole {
  /** Spanish label. */
  readonly name: string;
  readonly platformWide: boolean;
  readonly permissions: readonly Permission[];
}

const TRAINEE = ["tenant.read", "topic.read", "article.read"] as const satisfies readonly Permission[];

const AGENT = [
  ...TRAINEE,
  "citizen.read",
  "citizen.edit",
  "interaction.handle",
  "interaction.read",
  "disposition.write",
  "queue.read",
  "agent.state",
  "ticket.read",
  "ticket.create",
  "call.place",
] as const satisfies readonly Permission[];

const COORDINATOR = [
  "tenant.read",
  "hours.manage",
  "topic.read",
  "topic.manage",
  "user.read",
  "citizen.read",
  "article.read",
  "article.edit",
  "article.publish",
  "interaction.read",
  "queue.read",
  "queue.manage",
  "skill.manage",
  "supervise.view",
  "supervise.state",
  "ticket.read",
  "ticket.work",
  "competence.manage",
  "flow.read",
  "flow.edit",
  "flow.publish",
  "prompt.manage",
  "recording.list",
  "recording.listen",
  "report.read",
  "report.export",
] as const satisfies readonly Permission[];

/** The roles of product.md. Data once seeded: people may change them, and what they took away stays away. */
export const DEFAULT_ROLES: Readonly<Record<string, DefaultRole>> = {
  agent: { name: "Agente", platformWide: false, permissions: AGENT },
  supervisor: {
    name: "Supervisor",
    platformWide: false,
    permissions: [
      ...AGENT,
      "user.read",
      "skill.manage",
      "supervise.view",
      "supervise.monitor",
      "supervise.state",
      "flow.read",
      "recording.list",
      "recording.listen",
      "report.read",
      "report.export",
    ],
  },
  coordinator: { name: "Coordinador", platformWide: false, permissions: COORDINATOR },
  "back-office": {
    name: "Back-office",
    platformWide: false,
    permissions: [
      ...TRAINEE,
      "citizen.read",
      "interaction.read",
      "ticket.read",
      "ticket.create",
      "ticket.work",
    ],
  },
  "tenant-admin": {
    name: "Administrador del organismo",
    platformWide: false,
    permissions: [
      ...COORDINATOR,
      "tenant.manage",
      "user.manage",
      "api-key.manage",
      "audit.read",
      "ticket.create",
      "office.manage",
      "recording.download",
    ],
  },
  "platform-admin": {
    name: "Administrador de plataforma",
    platformWide: true,
    permissions: [
      "tenant.read",
      "tenant.manage",
      "hours.manage",
      "topic.read",
      "topic.manage",
      "user.read",
      "user.manage",
      "role.manage",
      "api-key.manage",
      "audit.read",
      "queue.read",
      "queue.manage",
      "skill.manage",
      "supervise.view",
      "office.manage",
      "competence.manage",
      "flow.read",
      "flow.edit",
      "flow.publish",
      "prompt.manage",
      "trunk.manage",
      "report.read",
      "report.export",
      "system.manage",
    ],
  },
  trainee: { name: "En capacitación", platformWide: false, permissions: TRAINEE },
  trainer: {
    name: "Capacitador",
    platformWide: false,
    permissions: [
      ...TRAINEE,
      "user.read",
      "interaction.read",
      "recording.list",
      "recording.listen",
      "report.read",
    ],
  },
};
