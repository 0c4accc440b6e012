/** Everything went as it should. */
export const done = 0;
/** An expectation was not met, or there was a finding and `--fail-on-finding`. */
export const unmet = 1;
/** Misuse, or an input in which nothing could be read. */
export const misuse = 2;
