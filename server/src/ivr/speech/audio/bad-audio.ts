/** The uploaded sound cannot be used; the message tells the person why and what to do. */
export class BadAudio extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BadAudio";
  }
}
