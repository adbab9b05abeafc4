/** Runs as a process of its own, as every voice: the engine is WebAssembly and may hang. */
import { readFileSync } from "node:fs";
import loadPico from "@echogarden/svoxpico-wasm";
import { answerParent } from "../../answer-parent.ts";
import type { Speech } from "../../tts.ts";

/** SVOX Pico's fixed output rate. */
const SAMPLE_RATE = 16_000;
const MEMORY_BYTES = 2_500_000;
/** pico_getData: more output is to come (PICO_STEP_BUSY). */
const BUSY = 201;
const OUTPUT_BYTES = 1024;

type PicoQuestion = { text: string; textAnalysis: string; signalGeneration: string };

const pico = await loadPico();
let engine: number | undefined;

answerParent<PicoQuestion, Speech>(({ text, textAnalysis, signalGeneration }) => {
  engine ??= start(textAnalysis, signalGeneration);
  return { samples: speak(engine, `<speed level="95">${escaped(text)}</speed>`), sampleRate: SAMPLE_RATE };
});

function start(textAnalysis: string, signalGeneration: string): number {
  pico.FS.writeFile("/ta.bin", readFileSync(textAnalysis));
  pico.FS.writeFile("/sg.bin", readFileSync(signalGeneration));
  const system = out();
  must("initialize", pico._pico_initialize(pico._malloc(MEMORY_BYTES), MEMORY_BYTES, system));
  const resources = ["/ta.bin", "/sg.bin"].map((path) => {
    const resource = out();
    must("loadResource", pico._pico_loadResource(read(system), text8(path), resource));
    const name = pico._malloc(64);
    must("getResourceName", pico._pico_getResourceName(read(system), read(resource), name));
    return name;
  });
  const voice = text8("vera");
  must("createVoiceDefinition", pico._pico_createVoiceDefinition(read(system), voice));
  for (const name of resources) {
    must("addResource", pico._pico_addResourceToVoiceDefinition(read(system), voice, name));
  }
  const made = out();
  must("newEngine", pico._pico_newEngine(read(system), voice, made));
  return read(made);
}

function speak(running: number, marked: string): Int16Array {
  const samples: number[] = [];
  const [taken, got, type] = [out(), out(), out()];
  const buffer = pico._malloc(OUTPUT_BYTES);
  let text = text8(marked);
  const begin = text;
  let left = Buffer.byteLength(marked) + 1; // the final zero tells Pico that the text is over
  while (left > 0) {
    must("putTextUtf8", pico._pico_putTextUtf8(running, text, left, taken));
    const bytes = read16(taken);
    text += bytes;
    left -= bytes;
    while (pico._pico_getData(running, buffer, OUTPUT_BYTES, got, type) === BUSY)
      collect(buffer, read16(got), samples);
    collect(buffer, read16(got), samples);
  }
  for (const pointer of [begin, taken, got, type, buffer]) pico._free(pointer);
  return Int16Array.from(samples);
}

function collect(buffer: number, bytes: number, samples: number[]): void {
  const view = new DataView(pico.HEAPU8.buffer, buffer, bytes);
  for (let at = 0; at + 1 < bytes; at += 2) samples.push(view.getInt16(at, true));
}

function must(step: string, status: number): void {
  if (status !== 0) throw new Error(`SVOX Pico: ${step} gave ${status}`);
}

function out(): number {
  return pico._malloc(8);
}

function read(pointer: number): number {
  return new DataView(pico.HEAPU8.buffer).getInt32(pointer, true);
}

function read16(pointer: number): number {
  return new DataView(pico.HEAPU8.buffer).getInt16(pointer, true);
}

function text8(text: string): number {
  const bytes = Buffer.from(`${text}\0`);
  const pointer = pico._malloc(bytes.length);
  pico.HEAPU8.set(bytes, pointer);
  return pointer;
}

/** Pico reads a mark-up language. */
function escaped(text: string): string {
  return text.replaceAll("&", " y ").replaceAll("<", " ").replaceAll(">", " ");
}
