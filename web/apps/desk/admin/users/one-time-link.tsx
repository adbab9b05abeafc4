import { IconCopy } from "@tabler/icons-react";
import type { PasswordLink } from "@vera/contracts/identity";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Secret } from "../kit/secret.tsx";

interface OneTimeLinkProps {
  link: PasswordLink;
  name: string;
}

/** Shown once: whoever has it chooses the password. */
export function OneTimeLink({ link, name }: OneTimeLinkProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <Secret
      label={t("adminPeople.users.linkFor", { name })}
      value={`${location.origin}${link.path}`}
      copy={t("adminPeople.users.copyLink")}
      copied={t("adminPeople.users.linkCopied")}
      icon={IconCopy}
      hint={t("adminPeople.users.linkHint", { when: formats.whenWithDay(link.expiresAt) })}
    />
  );
}
