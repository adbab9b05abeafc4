/** The caller dialled an emergency code where a choice was asked; unwinds the node, the runner hands the call off. */
export class EmergencyDialled extends Error {
  readonly code: string;

  constructor(code: string) {
    super("The caller dialled an emergency code");
    this.name = "EmergencyDialled";
    this.code = code;
  }
}
