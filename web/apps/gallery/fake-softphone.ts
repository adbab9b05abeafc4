import { PhoneEmitter } from "../../shared/softphone/phone-emitter.ts";
import type {
  Invite,
  PhoneEvents,
  PhoneLine,
  PhoneStats,
  Softphone,
} from "../../shared/softphone/softphone.ts";

/** A telephone that registers and never rings. */
export class FakeSoftphone implements Softphone {
  readonly #events = new PhoneEmitter();
  line: PhoneLine = "off";
  ringing: Invite | null = null;

  on<Name extends keyof PhoneEvents>(name: Name, listener: PhoneEvents[Name]): () => void {
    return this.#events.on(name, listener);
  }
  register(): void {
    this.line = "registered";
    this.#events.tell("line", this.line);
  }
  async answer(): Promise<void> {}
  hangup(): void {}
  mute(): void {}
  dtmf(): void {}
  hold(): void {}
  async stats(): Promise<PhoneStats | null> {
    return null;
  }
  async chooseDevices(): Promise<void> {}
  close(): void {}
}
