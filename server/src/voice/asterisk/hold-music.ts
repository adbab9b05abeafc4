const RATE = 8_000;
const BAR_SECONDS = 4;
/** Four soft chords (Hz); ours, so that nobody owes anybody for the music. */
const CHORDS = [
  [220, 261.63, 329.63],
  [174.61, 220, 261.63],
  [196, 246.94, 293.66],
  [164.81, 196, 246.94],
];
const PEAK = 5_000;

/** Music on hold: signed 16-bit little endian at 8 kHz, mono, 16 s, without a seam when repeated. */
export function holdMusic(): Buffer {
  const bar = RATE * BAR_SECONDS;
  const sound = Buffer.alloc(CHORDS.length * bar * 2);
  CHORDS.forEach((chord, index) => {
    for (let i = 0; i < bar; i += 1) {
      const fade = Math.sin((Math.PI * i) / bar) ** 0.5;
      const sum = chord.reduce((total, hertz) => total + Math.sin((2 * Math.PI * hertz * i) / RATE), 0);
      sound.writeInt16LE(Math.round((PEAK * fade * sum) / chord.length), (index * bar + i) * 2);
    }
  });
  return sound;
}
