import type { CallbackPort, QueuePort } from "./flow-services.ts";
import type { QueueExists } from "./flows/known-things.ts";

/** What flows need of other modules; joined by processes/. */
export interface IvrPorts {
  readonly queue: QueuePort;
  readonly callbacks: CallbackPort;
  readonly queueExists: QueueExists;
}
