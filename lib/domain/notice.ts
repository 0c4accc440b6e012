import type { Finding } from "./finding.js";
import type { Incident } from "./incident.js";

/** Incidents that nobody was alerted of one by one, told together: the surplus of a full day, or all while in shadow. */
export interface Digest {
  readonly id: string;
  readonly why: "many" | "shadow";
  readonly incidents: readonly [Incident, ...Incident[]];
}

/** What a sink is given: one incident as an alert, or several as a digest. */
export type Notice = Incident | Digest;

export const isDigest = (notice: Notice): notice is Digest => "incidents" in notice;

/** All findings that a notice tells of. */
export const findingsIn = (notice: Notice): readonly Finding[] =>
  isDigest(notice) ? notice.incidents.flatMap(({ findings }) => findings) : notice.findings;
