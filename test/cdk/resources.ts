import type { Template } from "aws-cdk-lib/assertions";

/** What a template says of a resource; the names of the properties are CloudFormation's. */
export type Properties = Readonly<Record<string, unknown>>;

/** The properties of the one resource of a type whose logical id begins so. */
export function only(template: Template, type: string, idBegins = ""): Properties {
  const found = Object.entries(template.findResources(type)).filter(([id]) => id.startsWith(idBegins));
  if (found.length !== 1) throw new Error(`only requires one ${type} named ${idBegins}, got ${found.length}`);
  return found[0]?.[1]?.Properties ?? {};
}

export interface Statement {
  readonly actions: readonly string[];
  /** Readable: a logical id without the hash that CDK gives it, and the parts of an ARN. */
  readonly resources: readonly string[];
  /** How the partitions must begin that it may touch; of a table as a whole, nothing. */
  readonly partitions?: readonly string[];
}

/** What the role of a part of the stack may do: its policies, which are all inline. */
export const statementsOf = (template: Template, part: string): readonly Statement[] =>
  Object.values(template.findResources("AWS::IAM::Policy"))
    .map(({ Properties }) => Properties)
    .filter(({ Roles }) => Roles.some(({ Ref }: { Ref: string }) => Ref.startsWith(part)))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement.map(readable));

function readable({ Action, Resource, Condition }: Readonly<Record<string, unknown>>): Statement {
  const keys = (Condition as Condition)?.["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"];
  return {
    actions: listOf(Action).map(String),
    resources: listOf(Resource).map(nameOf),
    ...(keys !== undefined && { partitions: listOf(keys).map(String) }),
  };
}

type Condition = { readonly "ForAllValues:StringLike"?: Readonly<Record<string, unknown>> } | undefined;

const listOf = (one: unknown): readonly unknown[] => (Array.isArray(one) ? one : [one]);

/** `{"Fn::GetAtt": ["StateTable1A2B3C4D", "Arn"]}` is `StateTable.Arn`. */
function nameOf(value: unknown): string {
  if (typeof value === "string") return value;
  const { Ref, "Fn::GetAtt": attribute, "Fn::Join": join } = value as Record<string, never>;
  if (Ref !== undefined) return withoutHash(Ref);
  if (attribute !== undefined) return `${withoutHash(attribute[0])}.${attribute[1]}`;
  if (join !== undefined) return (join[1] as readonly unknown[]).map(nameOf).join("");
  throw new Error(`nameOf requires a reference, got ${JSON.stringify(value)}`);
}

const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, "");
