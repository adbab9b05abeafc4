import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Softphone } from "../../../shared/softphone/softphone.ts";
import { useMe } from "../session/me-context.ts";
import { PhoneConnection, type PhoneState } from "./phone-connection.ts";
import { type Phone, PhoneContextProvider } from "./phone-context.ts";

interface PhoneProviderProps {
  createSoftphone: () => Promise<Softphone>;
  children: ReactNode;
}

const START: PhoneState = { line: "off", problem: null, talking: false, ringing: null };

/** The telephone of who takes or overhears calls, as long as they are signed in. */
export function PhoneProvider({ createSoftphone, children }: PhoneProviderProps) {
  const { can } = useMe();
  const needed = can("interaction.handle") || can("supervise.monitor");
  const [state, setState] = useState<PhoneState>(START);
  const [connection, setConnection] = useState<PhoneConnection | null>(null);

  useEffect(() => {
    if (!needed) return undefined;
    const opened = new PhoneConnection(createSoftphone, (change) =>
      setState((before) => ({ ...before, ...change })),
    );
    setConnection(opened);
    void opened.open();
    return () => opened.close();
  }, [needed, createSoftphone]);

  const phone = useMemo<Phone>(
    () => ({
      ...state,
      answer: () => connection?.answer(),
      reject: () => connection?.softphone?.hangup(),
      mute: (on) => connection?.softphone?.mute(on),
      stats: async () => connection?.softphone?.stats() ?? null,
      chooseDevices: async (choice) => connection?.softphone?.chooseDevices(choice),
      clearProblem: () => setState((before) => ({ ...before, problem: null })),
    }),
    [state, connection],
  );
  return <PhoneContextProvider value={needed ? phone : null}>{children}</PhoneContextProvider>;
}
