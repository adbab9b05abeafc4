import assert from "node:assert/strict";
import { test } from "node:test";
import { levelsOf, toAgentSkills } from "./agent-levels.ts";

test("changing one skill of an agent keeps the others, and level 0 takes the skill away", () => {
  const levels = levelsOf([
    { skillId: "agua", name: "Agua", level: 5 },
    { skillId: "salud", name: "Salud", level: 2 },
  ]);
  assert.deepEqual(toAgentSkills({ ...levels, salud: 0, energia: 3 }), {
    items: [
      { skillId: "agua", level: 5 },
      { skillId: "energia", level: 3 },
    ],
  });
});
