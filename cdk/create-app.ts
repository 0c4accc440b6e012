import { App, type AppProps } from "aws-cdk-lib";
import recommendedFlags from "aws-cdk-lib/recommended-feature-flags.json" with { type: "json" };

/**
 * An app with the flags that a project begun today has, from the library itself instead of ninety lines in `cdk.json`.
 *
 * Tests make their apps here too, or they would look at another template than the one that is deployed.
 */
export const createApp = ({ context, ...props }: AppProps = {}): App =>
  new App({ ...props, context: { ...recommendedFlags, ...context } });
