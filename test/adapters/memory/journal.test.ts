import { createMemoryJournal } from "../../../lib/adapters/memory/journal.js";
import { journalContract } from "../../contracts/journal.js";

journalContract("memory", async () => createMemoryJournal());
