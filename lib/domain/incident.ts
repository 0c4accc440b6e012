import type { Finding } from "./finding.js";

/** Findings of one principal and session, told as one alert. */
export interface Incident {
  readonly id: string;
  /** In order of time; at least one. */
  readonly findings: readonly [Finding, ...Finding[]];
}

/** Findings, in order of time, grouped to their incidents, in order of each one's first finding. */
export function incidentsOf(findings: readonly Finding[]): readonly Incident[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(finding.incident);
    if (group === undefined) groups.set(finding.incident, [finding]);
    else group.push(finding);
  }
  return Array.from(groups, ([id, findings]) => ({ id, findings }));
}
