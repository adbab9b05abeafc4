import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { openCitizen } from "../../../shared/api/citizens.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { TextField } from "../../../shared/ui/text-field.tsx";
import { useMe } from "../session/me-context.ts";
import { CitizenFacts } from "./citizen-facts.tsx";

const SHORTEST_PURPOSE = 5;

/** Outside a contact a record opens only with a purpose in words, which is kept with who looked. */
export function CitizenRecordPage({ citizenId }: { citizenId: string }) {
  const { t } = useTranslation();
  const { me } = useMe();
  const [typed, setTyped] = useState("");
  const [purpose, setPurpose] = useState<string | null>(null);
  const tenantId = me.memberships.find((membership) => membership.tenantId !== null)?.tenantId;
  const reason = { purpose: purpose ?? "", ...(tenantId ? { tenantId } : {}) };
  const record = useQuery({
    queryKey: ["citizen", citizenId, purpose],
    queryFn: () => openCitizen(citizenId, reason),
    enabled: purpose !== null,
  });
  const open = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim().length >= SHORTEST_PURPOSE) setPurpose(typed.trim());
  };
  return (
    <>
      <Link href="/citizens" className="row">
        <Glyph icon={IconArrowLeft} />
        {t("citizens.back")}
      </Link>
      {purpose === null && (
        <form className="stack" onSubmit={open}>
          <h1>{t("citizens.purposeTitle")}</h1>
          <p className="mut">{t("citizens.purposeWhy")}</p>
          <TextField
            label={t("citizens.purpose")}
            hint={t("citizens.purposeHint")}
            value={typed}
            maxLength={300}
            onChange={setTyped}
            autoFocus
          />
          <Button variant="primary" type="submit" disabled={typed.trim().length < SHORTEST_PURPOSE}>
            {t("citizens.open")}
          </Button>
        </form>
      )}
      {purpose !== null && record.isPending && <Skeleton lines={6} />}
      {record.error && <ProblemNote error={record.error} onRetry={() => void record.refetch()} />}
      {record.data && <CitizenFacts citizen={record.data} reason={reason} />}
    </>
  );
}
