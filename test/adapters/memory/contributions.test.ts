import { createMemoryContributions } from "../../../lib/adapters/memory/contributions.js";
import { contributionsContract } from "../../contracts/contributions.js";

contributionsContract("memory", async () => createMemoryContributions());
