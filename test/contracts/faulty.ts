/** A failure of the world at one call: the request never arrived, or its reply was lost. */
export interface Fault {
  /** The call that fails, from 1. */
  readonly call: number;
  readonly when: "before" | "after";
}

export class Broken extends Error {
  constructor({ call, when }: Fault) {
    super(`call ${call} broke ${when} its effect`);
    this.name = "Broken";
  }
}

/**
 * Wraps ports, whether objects or functions, so that the calls that are named fail. All ports that one wrapper wraps
 * share one count of calls.
 */
export function faulty(...faults: readonly Fault[]): {
  readonly wrap: <Port extends object>(port: Port) => Port;
  /** Calls so far, failed ones too. */
  readonly calls: () => number;
} {
  let calls = 0;
  const guard = async (act: () => unknown): Promise<unknown> => {
    calls += 1;
    const fault = faults.find(({ call }) => call === calls);
    if (fault?.when === "before") throw new Broken(fault);
    const effect = await act();
    if (fault?.when === "after") throw new Broken(fault);
    return effect;
  };
  const wrap = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name, receiver) {
        const value = Reflect.get(target, name, receiver);
        return typeof value === "function"
          ? (...given: readonly unknown[]) => guard(() => Reflect.apply(value, target, given))
          : value;
      },
      apply: (target, self, given) => guard(() => Reflect.apply(target as () => unknown, self, given)),
    });
  return { wrap, calls: () => calls };
}
