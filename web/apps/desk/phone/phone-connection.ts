import { softphoneCredentials } from "../../../shared/api/calls.ts";
import { reconnectDelayMs } from "../../../shared/realtime/reconnect-delay.ts";
import { readPhoneSettings } from "../../../shared/softphone/device-store.ts";
import type { Invite, PhoneLine, PhoneProblem, Softphone } from "../../../shared/softphone/softphone.ts";

export interface PhoneState {
  line: PhoneLine;
  problem: PhoneProblem | null;
  talking: boolean;
  /** Rings and waits for the person; null also for what is picked up by itself. */
  ringing: Invite | null;
}

/** An INVITE that comes this long after "answer" was pressed is picked up by itself. */
const EXPECT_MS = 15_000;

/** Keeps the browser registered as this person's telephone: asks for an account, and again when it is refused. */
export class PhoneConnection {
  readonly #create: () => Promise<Softphone>;
  readonly #show: (change: Partial<PhoneState>) => void;
  #softphone: Softphone | null = null;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #expectedUntil = 0;
  #closed = false;

  constructor(create: () => Promise<Softphone>, show: (change: Partial<PhoneState>) => void) {
    this.#create = create;
    this.#show = show;
  }

  get softphone(): Softphone | null {
    return this.#softphone;
  }

  async open(): Promise<void> {
    try {
      this.#softphone ??= this.#listen(await this.#create());
      // A new account takes the line from the former one: never ask for one that is not wanted any more.
      if (this.#closed) return this.#softphone.close();
      const { wsPath, ...account } = await softphoneCredentials();
      if (this.#closed) this.#softphone.close();
      else this.#softphone.register({ ...account, url: sipUrl(wsPath) });
    } catch {
      // Voice may be off or still starting: the desk says that the telephone is down, and we try again.
      this.#show({ line: "failed" });
      this.#later();
    }
  }

  /** Picks up what rings, or what rings within the next seconds: the exchange may be a moment behind. */
  answer(): void {
    this.#expectedUntil = Date.now() + EXPECT_MS;
    if (this.#softphone?.ringing) this.#pickUp(this.#softphone);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#softphone?.close();
  }

  #listen(phone: Softphone): Softphone {
    // A headset that was unplugged since: the system's own choice is used until another is chosen.
    phone.chooseDevices(readPhoneSettings()).catch(() => undefined);
    phone.on("line", (line) => {
      this.#show({ line });
      if (line === "registered") this.#attempt = 0;
      if (line === "failed") this.#later();
    });
    phone.on("talk", (talking) => this.#show({ talking }));
    phone.on("problem", (problem) => this.#show({ problem }));
    phone.on("invite", (invite) => {
      if (invite.answersItself || Date.now() < this.#expectedUntil) this.#pickUp(phone);
      else this.#show({ ringing: invite });
    });
    phone.on("quiet", () => this.#show({ ringing: null }));
    return phone;
  }

  #pickUp(phone: Softphone): void {
    this.#expectedUntil = 0;
    this.#show({ ringing: null });
    phone.answer().catch(() => this.#show({ problem: "media-failed" }));
  }

  #later(): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.open(), reconnectDelayMs(this.#attempt++, Math.random()));
  }
}

function sipUrl(path: string): string {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  return `${scheme}//${location.host}${path}`;
}
