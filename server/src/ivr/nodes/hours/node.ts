import { exit, type NodeKind } from "../../node-kind.ts";

const EXITS = [exit("open", "nothing"), exit("closed", "nothing"), exit("holiday", "nothing", false)];

export const hours: NodeKind<"hours"> = {
  type: "hours",
  reported: true,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: () => [],
  refers: (node) => [{ kind: "calendar", id: node.calendarId }],
  async run(node, call) {
    const state = await call.services.hours.state(node.calendarId);
    if (state.open) return { exit: "open" };
    const holiday = state.holidayName !== null;
    const set = { "holiday.name": state.holidayName };
    return { exit: holiday && node.exits["holiday"] !== undefined ? "holiday" : "closed", set };
  },
};
