import type { Function as ParsedFunction, ParsedScript, Statement, Word, WordPart } from "unbash";
import { forEachChild, parse, type SyntaxNode } from "unbash";

export type { ParsedScript, Statement, SyntaxNode, Word, WordPart };
/** The few names of the parser that the search needs, in one place: another parser would be put in here. */
export { forEachChild, parse };

/** What may stand between two pipes, or as the body of a function. */
export type CommandNode = Statement["command"] | ParsedFunction["body"];
