import { RemovalPolicy, Validations } from "aws-cdk-lib";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { CfnSecret, type ISecret, Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { Infrastructure } from "../lib/config-infrastructure.js";
import { decryptStatement } from "./encryption-key.js";

/** The secret that holds Slack's webhook URL: one that is there already, or an empty one to be filled by hand. */
export class SlackWebhook extends Construct {
  /** Complete where it is known; a secret imported by its name goes without the six characters at the end. */
  readonly arn: string;
  /** Whether it is ours, and so still to be filled. */
  readonly isOwn: boolean;
  private readonly secret: ISecret;
  private readonly keyArn: string | undefined;

  constructor(scope: Construct, id: string, imported: Infrastructure["slackWebhookSecret"]) {
    super(scope, id);
    this.isOwn = imported === undefined;
    this.keyArn = imported?.keyArn;
    this.secret = imported === undefined ? this.emptySecret() : this.importedSecret(imported.id);
    this.arn = this.secret.secretArn;
  }

  /** May fetch the webhook's URL, and nothing else of this or any other secret. */
  grantFetch(grantee: IGrantable): void {
    const { secretFullArn, secretArn } = this.secret;
    // A secret known by its name only: its ARN ends in a dash and six characters that nobody knows beforehand.
    const resource = secretFullArn ?? `${secretArn}-??????`;
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ["secretsmanager:GetSecretValue"], resources: [resource] }),
    );
    if (this.keyArn === undefined) return;
    const key = Key.fromKeyArn(this, "ImportedKey", this.keyArn);
    grantee.grantPrincipal.addToPrincipalPolicy(decryptStatement(key, "secretsmanager"));
  }

  /** `Secret` would fill in a random password, which is no webhook: an empty one is told apart from a wrong one. */
  private emptySecret(): ISecret {
    const secret = new CfnSecret(this, "Secret", { description: "Baseliner: the URL of Slack's incoming webhook" });
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Validations.of(secret).acknowledge({
      id: "AwsSolutions-SMG4",
      reason: "Slack gives out webhook URLs by hand and has no way to rotate them automatically.",
    });
    return Secret.fromSecretCompleteArn(this, "Own", secret.ref);
  }

  private importedSecret(id: string): ISecret {
    return id.startsWith("arn:")
      ? Secret.fromSecretCompleteArn(this, "Imported", id)
      : Secret.fromSecretNameV2(this, "Imported", id);
  }
}
