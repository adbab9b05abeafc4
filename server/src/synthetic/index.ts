export { loadRegister } from "./load-register.ts";
export { registerCsv } from "./register-csv.ts";
export { type RegisterSize, type SyntheticRecord, syntheticRegister } from "./synthetic-register.ts";
