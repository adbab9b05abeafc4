declare module "@echogarden/espeak-ng-emscripten" {
  /** Only what espeak-process.ts uses; the package ships no types. */
  const load: () => Promise<{ readonly eSpeakNGWorker: new () => never }>;

  // biome-ignore lint/style/noDefaultExport: the package exports so
  export default load;
}
