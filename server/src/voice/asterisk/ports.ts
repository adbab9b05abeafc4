import { createSocket } from "node:dgram";
import { type AddressInfo, createServer } from "node:net";
import { DomainError } from "../../platform/index.ts";

/** Refuses with the remedy when nobody could listen for SIP there. */
export async function checkSipPort({ host, port }: { host: string; port: number }): Promise<void> {
  const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.bind({ address: host, port, exclusive: true }, resolve);
    });
  } catch (cause) {
    throw new DomainError("conflict", sipPortReason((cause as NodeJS.ErrnoException).code, host, port), {
      cause,
    });
  } finally {
    socket.close();
  }
}

function sipPortReason(code: string | undefined, host: string, port: number): string {
  if (code === "EADDRINUSE") {
    return `SIP port ${port} (UDP) on ${host} is in use by another program; stop it or choose another with --sip-port`;
  }
  if (code === "EACCES")
    return `No permission for SIP port ${port} on ${host}; choose one above 1023 with --sip-port`;
  if (code === "EADDRNOTAVAIL") return `This machine has no address ${host} to listen for SIP on`;
  return `Cannot listen for SIP on ${host}:${port} (${code ?? "unknown reason"})`;
}

/** A UDP port that nobody has now. */
export async function freeUdpPort(host: string): Promise<number> {
  const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind({ address: host, port: 0 }, resolve);
  });
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(resolve));
  return port;
}

/** Free TCP ports on loopback, all different. Another program may take one before we use it: then start again. */
export async function freeTcpPorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function listenAnywhere() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
