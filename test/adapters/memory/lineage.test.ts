import { createMemoryLineage } from "../../../lib/adapters/memory/lineage.js";
import { lineageContract } from "../../contracts/lineage.js";

lineageContract("memory", async (now) => createMemoryLineage(now));
