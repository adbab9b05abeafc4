import { type SpawnOptions, spawn } from "node:child_process";

/** Runs a program to its end; undefined when it went well, else what it printed. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: Pick<SpawnOptions, "cwd" | "env"> = {},
): Promise<string | undefined> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      output.push(error.message);
      resolve(null);
    });
    child.once("close", resolve);
  });
  return code === 0 ? undefined : output.join("").trim() || `${program} ended with ${code}`;
}
