/**
 * The names under which a deployed function finds its settings: cdk writes them, the lambdas' wiring and the local run
 * read them. Names only; no secret is ever a value here.
 */
export const environment = {
  /** Name of the stream that interpret puts observations into. */
  observationsStream: "OBSERVATIONS_STREAM",
  /** Name of the table of memories, cohorts and lineage. */
  stateTable: "STATE_TABLE",
  /** Name of the table of findings, which is also the outbox. */
  findingsTable: "FINDINGS_TABLE",
  /** Name of the table of records that could not be read. */
  deadLettersTable: "DEAD_LETTERS_TABLE",
  /** ARN of the secret that holds Slack's webhook URL; notify fetches it, so that it is in no template and no console. */
  slackWebhookSecretArn: "SLACK_WEBHOOK_SECRET_ARN",
  /** Path of the configuration file: a file, because all variables of a function together may hold only 4 KB. */
  config: "BASELINER_CONFIG",
} as const;
