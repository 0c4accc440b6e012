/** How Slack looks, near enough to judge an alert by: its measures, its two colour schemes, the system's own fonts. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f4f3f5; --card: #fff; --edge: #e3e1e6; --text: #1d1c1d; --faint: #616061;
  --box: #f8f8f8; --box-edge: #dddddd; --accent: #6b3fa0; --badge: #ecebee;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121416; --card: #1a1d21; --edge: #35373b; --text: #d1d2d3; --faint: #ababad;
    --box: #222529; --box-edge: #3d4045; --accent: #9d7bd0; --badge: #2f3237;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 32px 16px 64px; background: var(--page); color: var(--text);
  font: 15px/1.46668 "Slack-Lato", Lato, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 760px; margin: 0 auto; }
body > main > h1 { margin: 0 0 2px; font-size: 22px; line-height: 1.3; letter-spacing: -0.01em; }
.lead { margin: 0 0 20px; color: var(--faint); }
article {
  display: grid; grid-template-columns: 36px minmax(0, 1fr); gap: 0 12px;
  margin: 0 0 16px; padding: 16px 20px 16px 16px;
  background: var(--card); border: 1px solid var(--edge); border-radius: 12px;
}
.face { width: 36px; height: 36px; border-radius: 8px; background: var(--accent); }
.face path { fill: none; stroke: #fff; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.name { margin: -2px 0 4px; font-weight: 900; line-height: 1.46668; }
.name small {
  margin-left: 6px; padding: 1px 4px; border-radius: 3px; background: var(--badge); color: var(--faint);
  font-size: 10px; font-weight: 700; vertical-align: 1.5px;
}
h2 { margin: 4px 0 8px; font-size: 18px; line-height: 1.33; font-weight: 900; letter-spacing: -0.005em; }
p, h2, li, pre, blockquote { overflow-wrap: anywhere; unicode-bidi: isolate; white-space: pre-wrap; }
p { margin: 0 0 8px; }
pre {
  margin: 4px 0; padding: 8px; border: 1px solid var(--box-edge); border-radius: 4px; background: var(--box);
  font: 12px/1.50001 Monaco, Menlo, Consolas, "DejaVu Sans Mono", "Courier New", monospace; font-variant-ligatures: none;
}
ul { margin: 0 0 8px; padding: 0 0 0 26px; }
p:has(+ ul) { margin-bottom: 0; }
blockquote { margin: 4px 0; padding: 0 0 0 12px; border-left: 4px solid var(--box-edge); }
hr { margin: 12px 0; border: 0; border-top: 1px solid var(--edge); }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 0 16px; }
.context { margin: 4px 0 0; color: var(--faint); font-size: 12px; }
.context span + span { margin-left: 12px; }
.empty { padding: 48px 16px; border: 1px dashed var(--edge); border-radius: 12px; text-align: center; color: var(--faint); }
@media (max-width: 520px) { .fields { grid-template-columns: 1fr; } body { padding: 16px 8px; } }
`;
