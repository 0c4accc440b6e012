import type { JsonObject } from "./json.js";

/** One event of the Windows event log's XML, which Sysmon for Linux writes too. */
export interface EventXml {
  readonly provider: string | null;
  readonly eventId: string | null;
  readonly computer: string | null;
  readonly data: JsonObject;
}

/** Sysmon's longest event has some thirty fields; one that has hundreds was made to be long. */
const mostFields = 64;
const longestName = 64;
/** Syslog's own header comes before the event, and the event's system part before its data. */
const longestHead = 8192;

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Some shippers lose an entity's semicolon, or put a blank in its place. */
const entity = /&(?:(amp|lt|gt|quot|apos)[; ]?|#(?:x([\da-fA-F]{1,6})|(\d{1,7}));)/g;

const characterAt = (code: number): string | null =>
  Number.isNaN(code) || code > 0x10ffff ? null : String.fromCodePoint(code);

const decode = (value: string): string =>
  value.includes("&")
    ? value.replace(entity, (whole: string, name?: string, hex?: string, decimal?: string) =>
        name === undefined
          ? (characterAt(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) ?? whole)
          : (named[name] ?? whole),
      )
    : value;

/** The text between `<name ...>` and the next tag. */
const elementIn = (head: string, name: string): string | null => {
  const open = head.indexOf(`<${name}`);
  const start = open === -1 ? 0 : head.indexOf(">", open) + 1;
  if (start === 0) return null;
  const end = head.indexOf("<", start);
  return decode(head.slice(start, end === -1 ? head.length : end));
};

/** In the log's own rendering quotes are single, in Sysmon for Linux double. */
const providerIn = (head: string): string | null => /<Provider Name=(["'])([^"'<>]{1,128})\1/.exec(head)?.[2] ?? null;

const dataIn = (xml: string): JsonObject => {
  const data = new Map<string, string>();
  const mark = "<Data Name=";
  let at = xml.indexOf(mark);
  for (let fields = 0; at !== -1 && fields < mostFields; fields++) {
    const from = at + mark.length + 1;
    const close = xml.indexOf(xml[from - 1] ?? "", from);
    const start = close === -1 ? 0 : xml.indexOf(">", close) + 1;
    if (start === 0) break;
    const isEmpty = xml[start - 2] === "/";
    const end = isEmpty ? start : xml.indexOf("</Data>", start);
    const name = xml.slice(from, Math.min(close, from + longestName));
    if (!data.has(name)) data.set(name, decode(xml.slice(start, end === -1 ? xml.length : end)));
    at = end === -1 ? -1 : xml.indexOf(mark, end);
  }
  return Object.fromEntries(data);
};

/**
 * The event in a text that holds one, or null.
 *
 * Not an XML parser, on purpose: the events are flat, syslog cuts them off in the middle, where a parser gives up, and a
 * few searches forward are linear whatever an attacker writes. A field that is cut off keeps what is left of it; of two
 * fields with one name the first counts, because the sensor writes its own in a fixed order.
 *
 * @example
 * const xml = '<Event><System><Provider Name="X"/><EventID>1</EventID></System><EventData><Data Name="A">&lt;b&gt;</Data>'
 * eventXmlIn(xml) // => { provider: "X", eventId: "1", computer: null, data: { A: "<b>" } }
 * eventXmlIn("sh -c &quot ls") // => null
 */
export const eventXmlIn = (text: string): EventXml | null => {
  const start = text.slice(0, longestHead).indexOf("<Event");
  if (start === -1) return null;
  const xml = text.slice(start);
  const head = xml.slice(0, longestHead).split("<EventData", 1)[0] ?? "";
  return {
    provider: providerIn(head),
    eventId: elementIn(head, "EventID"),
    computer: elementIn(head, "Computer"),
    data: dataIn(xml),
  };
};
