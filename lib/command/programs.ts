import { type Layout, layout, unknownLayout } from "./layout.js";
import { cloudLayouts } from "./layouts/cloud.js";
import { dataLayouts } from "./layouts/data.js";
import { developmentLayouts } from "./layouts/development.js";
import { systemLayouts } from "./layouts/system.js";
import { windowsLayouts } from "./layouts/windows.js";

const layouts: ReadonlyMap<string, Layout> = new Map(
  [systemLayouts, developmentLayouts, cloudLayouts, dataLayouts, windowsLayouts].flatMap((family) =>
    Object.entries(family).flatMap(([names, written]) => {
      const one = layout(written);
      return names.split(" ").map((name) => [name, one] as const);
    }),
  ),
);

/**
 * How a program lays out its arguments; versioned names such as `python3.12` are read as their program.
 *
 * @example
 * layoutOf("git").depth // => 1
 * layoutOf("python3.12").valued.has("-c") // => true
 * layoutOf("no-such-program").depth // => 0
 */
export function layoutOf(program: string): Layout {
  return layouts.get(program) ?? layouts.get(program.replace(/[\d.]+$/, "")) ?? unknownLayout;
}
