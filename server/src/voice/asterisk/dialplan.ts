export interface DialplanOptions {
  readonly app: string;
  /** Raw two-sided recordings go here as `<channel id>.raw`. */
  readonly recordingsDirectory: string;
  /** Sound file without extension, spoken while our program is not connected. */
  readonly fallbackSound: string;
}

/** How often a caller whom nobody takes hears the announcement and five seconds of music before the line is cut. */
const TURNS_WITHOUT_APP = 20;

/** extensions.conf. Calls from trunks are recorded and handed to our application; nothing else can be dialled. */
export function dialplan({ app, recordingsDirectory, fallbackSound }: DialplanOptions): string {
  const record = `MixMonitor(${recordingsDirectory}/\${UNIQUEID}.raw,D)`;
  return `[general]
static=yes
writeprotect=yes
autofallthrough=yes

; args of StasisStart: in, dialled number, trunk endpoint
[vera-inbound]
exten => _[+*#0-9]!,1,${record}
 same => n,Set(VERA_TURN=0)
 same => n(app),Stasis(${app},in,\${FILTER(+*#0-9,\${EXTEN})},\${CHANNEL(endpoint)})
 same => n,GotoIf($["\${STASISSTATUS}"="SUCCESS"]?done)
 ; our program is not connected: say so, hold the line, try again
 same => n,Answer(,i)
 same => n,Playback(${fallbackSound})
 same => n,MusicOnHold(default,5)
 same => n,Set(VERA_TURN=$[\${VERA_TURN} + 1])
 same => n,GotoIf($[\${VERA_TURN} < ${TURNS_WITHOUT_APP}]?app)
 same => n(done),Hangup()

; a channel of ours that is to be recorded from here on comes back with args: recorded, what it was sent with
[vera-record]
exten => _[0-9a-zA-Z]!,1,${record}
 same => n,Stasis(${app},recorded,\${EXTEN})
 same => n,Hangup()
; run at the hang-up; the pattern above fits "h" too and would record anew over what is there
exten => h,1,NoOp()

; telephones of agents place no calls by SIP: the toll-fraud wall
[vera-agent]
exten => none,1,Hangup(21)
`;
}
