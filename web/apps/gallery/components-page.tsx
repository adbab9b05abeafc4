import { IconCheck, IconPhone } from "@tabler/icons-react";
import { useState } from "react";
import { Button } from "../../shared/ui/button.tsx";
import { Checkbox } from "../../shared/ui/checkbox.tsx";
import { DataTable } from "../../shared/ui/data-table.tsx";
import { EmptyState } from "../../shared/ui/empty-state.tsx";
import { FigureStrip } from "../../shared/ui/figure-strip.tsx";
import { IconButton } from "../../shared/ui/icon-button.tsx";
import { Kbd } from "../../shared/ui/kbd.tsx";
import { Meter } from "../../shared/ui/meter.tsx";
import { ProblemNote } from "../../shared/ui/problem-note.tsx";
import { Ribbon } from "../../shared/ui/ribbon.tsx";
import { SearchBox } from "../../shared/ui/search-box.tsx";
import { Select } from "../../shared/ui/select.tsx";
import { STATE_LOOKS } from "../../shared/ui/state-look.ts";
import { StateTag } from "../../shared/ui/state-tag.tsx";
import { TextArea } from "../../shared/ui/text-area.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { useTable } from "../../shared/ui/use-table.ts";
import "./components-page.css";

const ROWS = [
  { name: "Agua y cloacas", waiting: 4, level: 0.64 },
  { name: "Salud · turnos", waiting: 2, level: 0.813 },
  { name: "Energía · reclamos", waiting: 1, level: 0.798 },
];
const COLUMNS = [
  { id: "name", header: "Cola", value: (row: (typeof ROWS)[number]) => row.name },
  { id: "waiting", header: "Esperan", value: (row: (typeof ROWS)[number]) => row.waiting, number: true },
  { id: "level", header: "Nivel", value: (row: (typeof ROWS)[number]) => row.level, number: true },
];

/** Every shared component on one page. */
export function ComponentsPage() {
  const [text, setText] = useState("");
  const table = useTable(ROWS, COLUMNS);
  return (
    <main className="components">
      <h1>Componentes</h1>
      <div className="row">
        <Button variant="primary" keys="Alt+KeyG" showKeys>
          Siguiente
        </Button>
        <Button icon={IconPhone}>Llamar</Button>
        <Button variant="ghost">Ver todo</Button>
        <Button variant="danger">Anular</Button>
        <Button disabled>Apagado</Button>
        <Button busy>Ocupado</Button>
        <IconButton label="Marcar" icon={IconCheck} />
        <Kbd keys="Alt+KeyO" />
      </div>
      <div className="row components-console console">
        <Button variant="sun" size="large">
          Atender
        </Button>
        <Button variant="console">Rechazar</Button>
        <Button variant="end">Finalizar</Button>
      </div>
      <div className="row">
        {STATE_LOOKS.map((look) => (
          <StateTag key={look} state={look} />
        ))}
      </div>
      <FigureStrip
        label="Figuras"
        figures={[
          {
            key: "sl",
            label: "Nivel de servicio",
            value: "78,4 %",
            extra: <StateTag state="risk">bajo la meta</StateTag>,
          },
          { key: "w", label: "En espera", value: "7", note: "la más antigua 1:52" },
        ]}
      />
      <Ribbon
        label="Tramos"
        segments={[
          { key: "1", tone: "plain", size: 46, caption: "Menú 0:46" },
          { key: "2", tone: "wait", size: 23, caption: "Cola 0:23" },
          { key: "3", tone: "talk", size: 151, caption: "Conversación 2:31" },
          { key: "4", tone: "pause", size: 24, caption: "Espera 0:24" },
          { key: "5", tone: "wrap", size: 60, caption: "Posterior 1:00" },
          { key: "6", tone: "off", size: 40, caption: "Desconectado" },
        ]}
      />
      <div className="row">
        <Meter label="Espera" value={12} max={30} text="12 segundos" tick />
        <Meter label="Espera" value={18} max={30} text="18 segundos" tone="risk" tick />
        <Meter label="Espera" value={40} max={30} text="40 segundos" tone="breach" tick />
      </div>
      <div className="form-grid">
        <TextField label="Asunto" value={text} onChange={setText} hint="En pocas palabras" />
        <TextField label="Localidad" value="" onChange={() => undefined} error="Falta este dato." />
        <Select
          label="Tipo"
          value="a"
          options={[{ value: "a", label: "Reclamo" }]}
          onChange={() => undefined}
        />
        <TextArea label="Qué pasa" value={text} onChange={setText} />
        <SearchBox label="Buscar" value={text} onChange={setText} />
        <Checkbox checked onChange={() => undefined}>
          Se le puede contar
        </Checkbox>
      </div>
      <DataTable
        caption="Colas"
        columns={COLUMNS}
        rows={table.rows}
        rowKey={(row) => row.name}
        sort={table.sort}
        onSort={table.sortBy}
      />
      <EmptyState action={<Button>Sacar el filtro</Button>}>Todavía no hay tickets en esta vista.</EmptyState>
      <ProblemNote error={new Error("x")} onRetry={() => undefined} />
    </main>
  );
}
