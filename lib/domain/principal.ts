/**
 * Who acted: an identity with her own hands (`ada`), or an agent as that identity (`ada/claude-code`).
 *
 * @example
 * principalOf("ada", null) // => "ada"
 * principalOf("ada", "claude-code") // => "ada/claude-code"
 */
export type Principal = string;

export const principalOf = (identity: string, agent: string | null): Principal =>
  agent === null ? identity : `${identity}/${agent}`;
