import { type Fingerprint, marked, noSigns, shared, sure } from "../fingerprint.js";

export const amazonQ: Fingerprint = {
  ...noSigns,
  agent: "amazon-q",
  aliases: [
    "amazonq",
    "q",
    "q-cli",
    "q-chat",
    "qchat",
    "amazon-q-cli",
    "amazon-q-developer",
    "amazon-q-for-cli",
    "aws-q",
  ],
  // qterm is the terminal that a person types in; its variable Q_TERM is hers as well.
  binaries: ["q", "qchat"],
  confidence: shared,
  environment: [
    { name: "AWS_EXECUTION_ENV", value: "AmazonQ-For-CLI Version/*", confidence: marked, note: "for every command" },
  ],
  verifiedOn: "2026-11-20",
};

/** What Amazon Q's command line became. */
export const kiro: Fingerprint = {
  ...noSigns,
  agent: "kiro",
  aliases: ["kiro-cli", "kiro-agent", "kiro-cli-chat"],
  binaries: ["kiro-cli", "kiro-cli-chat"],
  confidence: sure,
  // TERM_PROGRAM=kiro is a person's terminal in its editor.
  environment: [
    {
      name: "AWS_EXECUTION_ENV",
      value: "AmazonQ-For-CLI Version/*kiro*",
      confidence: marked,
      note: "goes on with the client's name, as its calls to AWS show",
    },
  ],
  verifiedOn: "2026-11-20",
};
