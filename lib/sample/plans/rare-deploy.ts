import { historyDays, isWeekend } from "../calendar.js";
import { anyOf, between, shuffled } from "../choose.js";
import type { Scheme } from "./plan.js";

const lines = [
  "helm upgrade --install shop ./charts/shop -n prod",
  "helm upgrade --install checkout ./charts/checkout -n prod --values values/prod.yaml",
  "kubectl apply -f deploy/prod.yaml",
  "kubectl apply -k overlays/prod",
  "kubectl rollout restart deployment/checkout -n prod",
];

const workingDays = Array.from({ length: historyDays }, (_, dayNumber) => dayNumber).filter(
  (dayNumber) => !isWeekend(dayNumber),
);

/** A person ships to production by hand about once a week, and does it again today. */
export const rareDeploy: Scheme = {
  kind: "rare-deploy",
  // The platform team deploys all the time: for them it would be no rarity.
  fits: ({ team }) => team !== "platform",
  draw: (_, random) => ({
    agent: null,
    lines: [{ line: anyOf(random, lines), mustFind: false }],
    rehearsals: shuffled(random, workingDays).slice(0, between(random, 3, 5)),
  }),
};
