import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";

/**
 * From here on an app is not synthesised while a rule of cdk-nag's AwsSolutions is broken. Where one may be, the reason
 * stands beside the thing that breaks it.
 */
export function checkApp(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}
