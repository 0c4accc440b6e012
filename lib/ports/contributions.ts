/** What one identity's batch taught in one hour of event time, for its cohorts. */
export interface Contribution<Lesson> {
  /** Hours of event time since 1970. */
  readonly hour: number;
  /** Names the write, so that a repeated batch contributes once: identity and place in the stream. */
  readonly id: string;
  readonly lesson: Lesson;
}

/** The members' lessons by hour, found by key and never by scanning. */
export interface Contributions<Lesson> {
  put(contributions: readonly Contribution<Lesson>[]): Promise<void>;
  /** Everything contributed in one hour, ordered by id. */
  of(hour: number): Promise<readonly Contribution<Lesson>[]>;
}
