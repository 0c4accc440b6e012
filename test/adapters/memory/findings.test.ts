import { createMemoryFindings } from "../../../lib/adapters/memory/findings.js";
import { findingsContract } from "../../contracts/findings.js";

findingsContract("memory", async () => createMemoryFindings());
