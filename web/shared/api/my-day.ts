import type { MyDay } from "@vera/contracts/reporting";
import { get } from "./request.ts";

export async function readMyDay(): Promise<MyDay> {
  return get("/reports/my-day");
}
