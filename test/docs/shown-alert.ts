import { read } from "../architecture/sources.js";

/** The alert that the README begins with. */
export function shownAlert(): string {
  const [, alert] = /\n```\n(\d[^`]+?)\n```\n/.exec(read("README.md")) ?? [];
  if (alert === undefined) throw new Error("shownAlert requires an alert in the README, got none");
  return alert;
}

/** An alert without its figures, which differ between a replay and the pipeline: that knows a little less of the day. */
export const withoutFigures = (alert: string): string => alert.replace(/\d[\d.,]*/g, "#");
