import { describe, expect, it } from "vitest";
import { incidentsOf } from "../../lib/domain/incident.js";
import { found } from "../contracts/finding.js";

describe("findings", () => {
  it("of one principal and session are told as one incident, in the order of each one's first", () => {
    const of = (id: string, incident: string) => ({ ...found(id), incident });
    const findings = [of("f1", "ada's"), of("f2", "grace's"), of("f3", "ada's"), of("f4", "__proto__")];
    expect(incidentsOf(findings)).toEqual([
      { id: "ada's", findings: [findings[0], findings[2]] },
      { id: "grace's", findings: [findings[1]] },
      { id: "__proto__", findings: [findings[3]] },
    ]);
  });

  it("that are none are no incident", () => expect(incidentsOf([])).toEqual([]));
});
