import { IconPlus } from "@tabler/icons-react";
import { TOPIC_KINDS, type Topic } from "@vera/contracts/tenants";
import { changeTopic, createTopic } from "../../../../shared/api/admin/topics.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { NumberField } from "../kit/number-field.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { parentOptions } from "../tenants/parent-options.ts";

interface TopicDrawerProps {
  /** null: a new one, under `under`. */
  topic: Topic | null;
  under: string | null;
  topics: readonly Topic[];
  onAddUnder: (topicId: string) => void;
  onOpen: (topicId: string) => void;
  onClose: () => void;
}

/** contracts/tenants.ts TopicAliases. */
const LONGEST_ALIAS = 80;

interface TopicFields {
  tenantId: string;
  parentId: string;
  kind: Topic["kind"];
  name: string;
  code: string;
  position: number | null;
  /** One a line. */
  aliases: string;
}

export function TopicDrawer({ topic, under, topics, onAddUnder, onOpen, onClose }: TopicDrawerProps) {
  const { t } = useTranslation();
  const { canIn, tenantName } = useMe();
  const home = useHomeTenant("topic.manage");
  const changed = useChanged("admin-topics", "topics");
  const parent = topics.find(({ id }) => id === (topic?.parentId ?? under));
  const initial: TopicFields = {
    tenantId: topic?.tenantId ?? parent?.tenantId ?? home,
    parentId: topic?.parentId ?? under ?? "",
    kind: topic?.kind ?? kindUnder(parent),
    name: topic?.name ?? "",
    code: topic?.code ?? "",
    position: topic?.position ?? null,
    aliases: topic?.aliases.join("\n") ?? "",
  };
  const form = useAdminForm<TopicFields, Topic>({
    initial,
    check: ({ name, code, aliases }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      aliases: aliasesOf(aliases).some((alias) => alias.length > LONGEST_ALIAS)
        ? t("adminOrganisms.topics.aliasTooLong", { count: LONGEST_ALIAS })
        : null,
      code: /^[A-Za-z0-9._-]{0,40}$/.test(code) ? null : t("adminOrganisms.topics.codeWrong"),
    }),
    save: ({ tenantId, parentId, kind, name, code, position, aliases }) => {
      const shared = {
        name: name.trim(),
        code: code.trim() || null,
        parentId: parentId || null,
        aliases: aliasesOf(aliases),
        ...(position === null ? {} : { position }),
      };
      return topic ? changeTopic(topic.id, shared) : createTopic({ tenantId, kind, ...shared });
    },
    onSaved: async (saved) => {
      await changed();
      if (!topic) onOpen(saved.id);
      return undefined;
    },
    keys: {
      topicExists: "name",
      topicCodeTaken: "code",
      topicCycle: "parentId",
      topicParentInactive: "parentId",
      topicParentTenant: "parentId",
      topicKinds: "kind",
    },
  });
  const mayChange = canIn("topic.manage", form.fields.tenantId);
  return (
    <Drawer
      title={topic?.name ?? t("adminOrganisms.topics.new")}
      second={
        topic
          ? [tenantName(topic.tenantId), t(`adminOrganisms.topics.kinds.${topic.kind}`)].join(" · ")
          : parent?.path.join(" › ")
      }
      onClose={onClose}
    >
      <FormPanel
        form={form}
        readOnly={!mayChange}
        {...(topic ? {} : { verb: t("adminOrganisms.topics.add") })}
        foot={topic && <Switch topic={topic} />}
      >
        <TextField {...form.text("name")} label={t("admin.name")} maxLength={240} autoComplete="off" />
        {!topic && <TenantField permission="topic.manage" {...form.text("tenantId")} />}
        <Select
          {...form.text("parentId")}
          label={t("adminOrganisms.topics.parent")}
          placeholder={t("adminOrganisms.topics.noParent")}
          options={parentOptions(topics, topic?.id ?? null)}
        />
        {!topic && (
          <Select
            label={t("adminOrganisms.topics.kind")}
            value={form.fields.kind}
            options={TOPIC_KINDS.map((value) => ({
              value,
              label: t(`adminOrganisms.topics.kinds.${value}`),
            }))}
            onChange={(kind) => form.set({ kind: kind as Topic["kind"] })}
            error={form.error("kind")}
          />
        )}
        <TextArea
          {...form.text("aliases")}
          label={t("adminOrganisms.topics.aliases")}
          hint={t("adminOrganisms.topics.aliasesHint")}
          rows={4}
          maxLength={3_000}
        />
        <div className="form-grid">
          <TextField
            {...form.text("code")}
            label={t("admin.code")}
            hint={t("adminOrganisms.topics.codeHint")}
            spellCheck={false}
            autoComplete="off"
          />
          <NumberField
            label={t("adminOrganisms.position")}
            min={0}
            max={100_000}
            value={form.fields.position}
            onChange={(position) => form.set({ position })}
            error={form.error("position")}
          />
        </div>
        {topic?.active && topic.kind !== "reason" && (
          <div>
            <Button size="small" icon={IconPlus} onClick={() => onAddUnder(topic.id)}>
              {t("adminOrganisms.topics.addUnder")}
            </Button>
          </div>
        )}
      </FormPanel>
    </Drawer>
  );
}

function Switch({ topic }: { topic: Topic }) {
  const { t } = useTranslation();
  const changed = useChanged("admin-topics", "topics");
  const word = topic.active ? "deactivate" : "activate";
  return (
    <ConfirmButton
      danger={topic.active}
      verb={t(`adminOrganisms.topics.${word}`)}
      question={t(`adminOrganisms.topics.${word}Ask`, { name: topic.name })}
      explain={t(`adminOrganisms.topics.${word}Explain`)}
      act={async () => {
        await changeTopic(topic.id, { active: !topic.active });
        await changed();
      }}
    />
  );
}

function aliasesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,;\n]+/)
        .map((alias) => alias.trim())
        .filter(Boolean),
    ),
  ];
}

/** The next kind down: jurisdiction, organism, theme, reason. */
function kindUnder(parent: Topic | undefined): Topic["kind"] {
  const at = parent ? TOPIC_KINDS.indexOf(parent.kind) : -1;
  return TOPIC_KINDS[Math.min(at + 1, TOPIC_KINDS.length - 1)] ?? "reason";
}
