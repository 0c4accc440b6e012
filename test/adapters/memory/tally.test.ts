import { createMemoryTally } from "../../../lib/adapters/memory/tally.js";
import { tallyContract } from "../../contracts/tally.js";

tallyContract("memory", async () => createMemoryTally());
