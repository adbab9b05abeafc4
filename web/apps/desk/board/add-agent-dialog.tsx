import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BoardAgent, BoardState } from "@vera/contracts/board";
import type { Queue } from "@vera/contracts/routing-admin";
import { useEffect, useState } from "react";
import { useProblemText } from "../../../shared/api/problem-text.ts";
import { giveSkill, readQueue, skilledAgents } from "../../../shared/api/queues.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { toast } from "../../../shared/ui/toast-store.ts";
import { useMe } from "../session/me-context.ts";
import { SeatState } from "./seat-state.tsx";
import { useAgentState } from "./use-agent-state.ts";
import { whoCouldServe } from "./who-could-serve.ts";
import "./add-agent-dialog.css";

interface AddAgentDialogProps {
  queueId: string;
  board: BoardState;
  onClose: () => void;
}

/** Who could serve a queue that nobody serves now: the skilled who are away, and the free who lack the skill. */
export function AddAgentDialog({ queueId, board, onClose }: AddAgentDialogProps) {
  const { t } = useTranslation();
  const queue = useQuery({ queryKey: ["queue", queueId], queryFn: () => readQueue(queueId) });
  const skilled = useQuery({
    queryKey: ["queue", queueId, "skilled"],
    queryFn: () => skilledAgents(queue.data?.requirements ?? []),
    enabled: queue.data !== undefined,
  });
  const problem = queue.error ?? skilled.error;
  const name = board.queues[queueId]?.name ?? "";
  return (
    <Dialog title={t("board.addAgent.title", { queue: name })} onClose={onClose}>
      {problem ? <ProblemNote error={problem} /> : null}
      {!problem && !skilled.data && <Skeleton lines={3} />}
      {queue.data && skilled.data && <Candidates queue={queue.data} levels={skilled.data} board={board} />}
    </Dialog>
  );
}

interface CandidatesProps {
  queue: Queue;
  /** Lowest level over the needed skills, of each agent who has them all. */
  levels: ReadonlyMap<string, number>;
  board: BoardState;
}

function Candidates({ queue, levels, board }: CandidatesProps) {
  const { t } = useTranslation();
  const { canIn } = useMe();
  const change = useAgentState();
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const { away, unskilled } = whoCouldServe(board.agents, levels);
  const others = canIn("skill.manage", queue.tenantId) ? unskilled : [];
  const makeReady = (agentId: string, name: string): void => {
    setAsked(new Set([...asked, agentId]));
    change({ agentId, name, wish: { state: "ready" } });
  };
  if (away.length + others.length === 0) return <p>{t("board.addAgent.none")}</p>;
  return (
    <div className="stack">
      {away.length > 0 && (
        <>
          <p className="mut">{t("board.addAgent.why")}</p>
          <ul className="candidates">
            {away.map(({ id, agent, level }) => (
              <Candidate key={id} agent={agent} level={level}>
                <Button size="small" busy={asked.has(id)} onClick={() => makeReady(id, agent.name)}>
                  {t("board.addAgent.makeReady")}
                </Button>
              </Candidate>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3 className="h2">{t("board.addAgent.others")}</h3>
          <ul className="candidates">
            {others.map(({ id, agent }) => (
              <Candidate key={id} agent={agent} level={null}>
                <GiveSkill agentId={id} agent={agent} queue={queue} />
              </Candidate>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface CandidateProps {
  agent: BoardAgent;
  level: number | null;
  children: React.ReactNode;
}

function Candidate({ agent, level, children }: CandidateProps) {
  const { t } = useTranslation();
  return (
    <li>
      <span>
        <b>{agent.name}</b>
        {level !== null && <span className="sm dim"> {t("board.addAgent.level", { level })}</span>}
        <SeatState agent={agent} />
      </span>
      {children}
    </li>
  );
}

function GiveSkill({ agentId, agent, queue }: { agentId: string; agent: BoardAgent; queue: Queue }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: () => giveSkill(agentId, queue.requirements),
    onSuccess: async () => {
      toast(t("board.addAgent.skillGiven", { name: agent.name, queue: queue.name }), "ok");
      await queries.invalidateQueries({ queryKey: ["queue", queue.id, "skilled"] });
    },
  });
  const problem = useProblemText(give.error);
  useEffect(() => {
    if (give.error) toast(problem.text, "risk");
  }, [give.error, problem.text]);
  return (
    <Button size="small" busy={give.isPending} onClick={() => give.mutate()}>
      {t("board.addAgent.giveSkill")}
    </Button>
  );
}
