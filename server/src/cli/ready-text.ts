import type { ReadyLine, VeraOptions } from "../processes/options.ts";

/** Where to go, as whom, and which number to dial. */
export function readyText(
  { url, sip, number, users }: ReadyLine,
  { demo, configuration: { publicUrl } }: VeraOptions,
): string {
  const lines = ["", `Vera is ready: ${publicUrl ?? url}`];
  if (demo)
    lines.push("This is a demonstration: invented people, this machine only.", "", ...userLines(users));
  else
    lines.push(
      ...users.map(
        ({ username, password }) => `First administrator: ${username}, choose a password at ${password}`,
      ),
    );
  if (sip === null) lines.push("", "Without telephones.");
  else if (number !== null)
    lines.push("", `Dial ${number} with any SIP telephone at ${sip}, or: ./vera call --press 1`);
  return [...lines, "", "Ctrl-C stops it."].join("\n");
}

function userLines(users: ReadyLine["users"]): string[] {
  const byRole = new Map<string, ReadyLine["users"][number][]>();
  for (const user of users) {
    const role = user.roles.join(", ");
    byRole.set(role, [...(byRole.get(role) ?? []), user]);
  }
  const lines = [...byRole].map(([role, people]) => {
    const names = people.slice(0, 3).map(({ username }) => username);
    const more = people.length > names.length ? ` and ${people.length - names.length} more` : "";
    return `  ${role.padEnd(15)} ${names.join(", ")}${more}`;
  });
  return ["Sign in as", ...lines, `  password        ${users[0]?.password ?? ""}`];
}
