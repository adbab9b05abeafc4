export interface SipOptions {
  /** Address that SIP, and the audio of trunks, listens on. */
  readonly bind: string;
  readonly sipPort: number;
  /** What the outside sees when this machine is behind a translating router. */
  readonly publicAddress?: string;
}

/** Addresses that get no answer for a while (`ban-guessers.ts`); empty at the start. */
export const BANS_FILE = "pjsip-bans.conf";

/**
 * pjsip.conf: only what never changes. Trunks and agents are pushed at run time (trunk-objects.ts, agent-endpoint.ts).
 * Identified by the user first: an agent behind the same address as a trunk must not be taken for the trunk.
 * There is no anonymous endpoint, so that whoever is not known is challenged, exactly as a wrong password is.
 */
export function pjsipConfig({ bind, sipPort, publicAddress }: SipOptions): string {
  const outside = publicAddress
    ? `external_media_address=${publicAddress}
external_signaling_address=${publicAddress}
local_net=10.0.0.0/8
local_net=172.16.0.0/12
local_net=192.168.0.0/16
local_net=127.0.0.0/8
`
    : "";
  return `[global]
type=global
user_agent=Vera
endpoint_identifier_order=auth_username,username,ip
ignore_uri_user_options=yes
keep_alive_interval=30

#include ${BANS_FILE}

[system]
type=system

[transport-udp]
type=transport
protocol=udp
bind=${bind}:${sipPort}
${outside}
[transport-tcp]
type=transport
protocol=tcp
bind=${bind}:${sipPort}
${outside}
; no socket of its own: browsers come in by Asterisk's loopback HTTP server, which only our web server reaches
[transport-ws]
type=transport
protocol=ws
bind=${bind}
${outside}`;
}

/** sorcery.conf: each kind of object may come from the file or, by ARI, live in memory until Asterisk stops. */
export function sorceryConfig(): string {
  const kinds = ["endpoint", "auth", "aor"];
  const both = (kind: string): string => `${kind}=config,pjsip.conf,criteria=type=${kind}\n${kind}=memory\n`;
  return `[res_pjsip]
${kinds.map(both).join("")}
[res_pjsip_endpoint_identifier_ip]
${both("identify")}
[res_pjsip_outbound_registration]
${both("registration")}`;
}
