import { createSocket } from "node:dgram";
import { createServer } from "node:net";

export interface WantedPort {
  readonly option: string;
  readonly host: string;
  readonly port: number;
  readonly kind: "tcp" | "udp";
}

/** Throws one message that names every port which somebody else holds, before anything is started. */
export async function requireFreePorts(wanted: readonly WantedPort[]): Promise<void> {
  const problems = await Promise.all(wanted.map(problemWith));
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw new Error(found.join("\n      "));
}

async function problemWith({ option, host, port, kind }: WantedPort): Promise<string | undefined> {
  const code = await (kind === "tcp" ? tryTcp(host, port) : tryUdp(host, port));
  const what = `${kind === "tcp" ? "TCP" : "UDP"} port ${port} on ${host}`;
  switch (code) {
    case undefined:
      return undefined;
    case "EADDRINUSE":
      return `${what} is taken by another program. Choose another with ${option} NUMBER.`;
    case "EACCES":
      return `${what} needs more rights than this user has. Choose one of 1024 or more with ${option} NUMBER.`;
    case "EADDRNOTAVAIL":
      return `${host} is no address of this machine. Correct the listening address.`;
    default:
      return `${what} cannot be opened (${code}).`;
  }
}

function tryTcp(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function tryUdp(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket({ type: host.includes(":") ? "udp6" : "udp4", reuseAddr: false });
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    socket.bind({ port, address: host, exclusive: true }, () => socket.close(() => resolve(undefined)));
  });
}
