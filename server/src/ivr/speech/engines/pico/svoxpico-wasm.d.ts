declare module "@echogarden/svoxpico-wasm" {
  /** Only what pico-process.ts uses; the package ships no types. Pointers are numbers. */
  type Pico = {
    readonly FS: { writeFile(path: string, data: Uint8Array): void };
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    _pico_initialize(memory: number, bytes: number, system: number): number;
    _pico_loadResource(system: number, path: number, resource: number): number;
    _pico_getResourceName(system: number, resource: number, name: number): number;
    _pico_createVoiceDefinition(system: number, voice: number): number;
    _pico_addResourceToVoiceDefinition(system: number, voice: number, resource: number): number;
    _pico_newEngine(system: number, voice: number, engine: number): number;
    _pico_putTextUtf8(engine: number, text: number, bytes: number, taken: number): number;
    _pico_getData(engine: number, buffer: number, bytes: number, got: number, type: number): number;
  };
  const load: () => Promise<Pico>;

  // biome-ignore lint/style/noDefaultExport: the package exports so
  export default load;
}
