import { shuffled } from "../choose.js";
import { people } from "../people.js";
import { random } from "../random.js";
import { approvalsOff } from "./approvals-off.js";
import { forcePush } from "./force-push.js";
import { injectedRecon } from "./injected-recon.js";
import { mentionsRmRf } from "./mentions-rm-rf.js";
import { newTool } from "./new-tool.js";
import type { ControlKind, IncidentKind, Plan, Scheme } from "./plan.js";
import { rareDeploy } from "./rare-deploy.js";
import { terraformDestroy } from "./terraform-destroy.js";

const schemes: Readonly<Record<ControlKind | IncidentKind, Scheme>> = {
  // The choosiest first, so that somebody who fits is left.
  "rare-deploy": rareDeploy,
  "force-push": forcePush,
  "terraform-destroy": terraformDestroy,
  "injected-recon": injectedRecon,
  "approvals-off": approvalsOff,
  "new-tool": newTool,
  "mentions-rm-rf": mentionsRmRf,
};

/** Everything that is planted for a seed: each in another person's day, so that none hides behind another. */
export function deal(seed: number): readonly Plan[] {
  const draw = random(seed, "plans");
  let left = shuffled(draw, people);
  const plans: Plan[] = [];
  for (const scheme of Object.values(schemes)) {
    const person = left.find(scheme.fits);
    if (person === undefined) continue;
    left = left.filter((other) => other !== person);
    plans.push({ kind: scheme.kind, person, ...scheme.draw(person, draw) });
  }
  return plans;
}
