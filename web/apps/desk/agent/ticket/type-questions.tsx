import type { TicketAnswers, TicketQuestion, TicketType } from "@vera/contracts/ticket-types";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { askedQuestions, unanswered } from "./asked-questions.ts";

interface TypeQuestionsProps {
  type: TicketType | null;
  answers: TicketAnswers;
  onChange: (answers: TicketAnswers) => void;
  /** The form was sent once: what is missing is said. */
  tried: boolean;
}

/** The questions of the topic's type, those that the other answers call for; and the term that may be told. */
export function TypeQuestions({ type, answers, onChange, tried }: TypeQuestionsProps) {
  const { t } = useTranslation();
  if (!type) return null;
  const missing = unanswered(type.questions, answers);
  return (
    <>
      {type.publishedTime && (
        <p className="full sm">{t("agentDesk.ticket.publishedTime", { time: type.publishedTime })}</p>
      )}
      {askedQuestions(type.questions, answers).map((question) => (
        <Question
          key={question.code}
          question={question}
          value={answers[question.code]}
          error={tried && missing.includes(question.code) ? t("agentDesk.ticket.answerMissing") : null}
          onChange={(value) => onChange({ ...answers, [question.code]: value })}
        />
      ))}
    </>
  );
}

interface QuestionProps {
  question: TicketQuestion;
  value: string | string[] | undefined;
  error: string | null;
  onChange: (value: string | string[]) => void;
}

function Question({ question, value, error, onChange }: QuestionProps) {
  const { datatype, label, values = [] } = question;
  const text = typeof value === "string" ? value : "";
  const common = { label, error, hint: question.hint ?? undefined };
  if (datatype === "multivaluelist") {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <fieldset className="full">
        <legend className="lab">{label}</legend>
        {values.map(({ key, name }) => (
          <Checkbox
            key={key}
            checked={chosen.includes(key)}
            onChange={(on) => onChange(on ? [...chosen, key] : chosen.filter((one) => one !== key))}
          >
            {name}
          </Checkbox>
        ))}
        {error && <span className="field-error">{error}</span>}
      </fieldset>
    );
  }
  if (datatype === "singlevaluelist") {
    const options = values.map(({ key, name }) => ({ value: key, label: name }));
    return <Select {...common} value={text} placeholder="" options={options} onChange={onChange} />;
  }
  if (datatype === "text") {
    return (
      <TextArea className="full" {...common} value={text} rows={2} maxLength={4000} onChange={onChange} />
    );
  }
  if (datatype === "datetime") {
    const local = text === "" ? "" : wallTime(text);
    return (
      <TextField {...common} type="datetime-local" value={local} onChange={(at) => onChange(instantOf(at))} />
    );
  }
  return (
    <TextField
      {...common}
      value={text}
      maxLength={400}
      autoComplete="off"
      inputMode={datatype === "number" ? "decimal" : "text"}
      onChange={onChange}
    />
  );
}

/** The browser's wall clock is the centre's; the API takes instants. */
function instantOf(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
}

function wallTime(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
