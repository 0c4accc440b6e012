import { createMemoryDeadLetters } from "../../../lib/adapters/memory/dead-letters.js";
import { deadLettersContract } from "../../contracts/dead-letters.js";

deadLettersContract("memory", async () => {
  const letters = createMemoryDeadLetters();
  return { letters, read: async (id) => letters.kept.get(id) };
});
