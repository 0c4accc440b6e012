/**
 * Text as HTML that shows it and nothing else, between tags and inside of quoted attributes.
 *
 * @example
 * html(`<img src="x" onerror='go()'> & more`) // => "&lt;img src=&quot;x&quot; onerror=&#39;go()&#39;&gt; &amp; more"
 */
export const html = (text: string): string => text.replace(/[&<>"']/g, (character) => entities.get(character) ?? "");

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);
