/** Something the person at the keyboard can put right: what happened, and what to try. Ends with exit code 2. */
export class Misuse extends Error {
  constructor(what: string, tryThis: string) {
    super(`${what}; ${tryThis}`);
    this.name = "Misuse";
  }
}
