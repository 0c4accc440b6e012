import { eventXmlIn } from "./event-xml.js";
import { textOrNull } from "./field.js";
import { isObject, type JsonObject } from "./json.js";
import { fieldAt } from "./nested.js";

/** The names under which Sysmon writes to the event log. */
export const sysmonNamed = { windows: "Microsoft-Windows-Sysmon", linux: "Linux-Sysmon" } as const;

/** One event of Sysmon, taken out of what it was wrapped in. */
export interface SysmonEvent {
  readonly provider: (typeof sysmonNamed)[keyof typeof sysmonNamed];
  readonly eventId: string | null;
  readonly computer: unknown;
  readonly data: JsonObject;
}

/** Sysmon's longest event has some thirty fields. */
const mostFields = 64;

/** A provider, or a channel of its: `Linux-Sysmon/Operational`. */
const providerOf = (name: unknown): SysmonEvent["provider"] | null => {
  const provider = typeof name === "string" ? name.slice(0, 64).split("/", 1)[0] : undefined;
  return provider === sysmonNamed.windows || provider === sysmonNamed.linux ? provider : null;
};

/** XML turned into JSON has attributes in one of these places, and the text beside them. */
const attributeOf = (element: unknown, name: string): unknown => {
  if (!isObject(element)) return undefined;
  const attributes = element["#attributes"];
  return isObject(attributes) ? attributes[name] : (element[name] ?? element[`@${name}`]);
};
const contentOf = (element: unknown): unknown => (isObject(element) ? element["#text"] : element);

/** `{ "CommandLine": ... }`, or `{ "Data": [{ "@Name": "CommandLine", "#text": ... }] }`. */
const eventDataOf = (value: unknown): JsonObject => {
  if (!isObject(value)) return {};
  if (!Array.isArray(value.Data)) return value;
  return Object.fromEntries(
    value.Data.slice(0, mostFields).flatMap((one) => {
      const name = attributeOf(one, "Name");
      return typeof name === "string" ? [[name, contentOf(one)]] : [];
    }),
  );
};

/** What is read of an event's data. */
const namesRead = [
  ...["UtcTime", "User", "LogonId", "CommandLine", "CurrentDirectory", "Image", "ProcessGuid", "ProcessId"],
  ...["ParentProcessGuid", "ParentProcessId", "ParentImage", "ParentCommandLine", "ParentUser"],
] as const;

/** Winlogbeat. Where its Sysmon module has moved everything to ECS fields, the record is ECS and not ours. */
const fromWinlog = (record: JsonObject): SysmonEvent | null => {
  const provider = providerOf(fieldAt(record, "winlog.provider_name") ?? fieldAt(record, "winlog.channel"));
  if (provider === null) return null;
  const inData = (name: string): unknown => fieldAt(record, `winlog.event_data.${name}`);
  const eventId = textOrNull(fieldAt(record, "winlog.event_id"));
  const isMoved = inData("CommandLine") === undefined && fieldAt(record, "process.entity_id") !== undefined;
  if (eventId === "1" && isMoved) return null;
  return {
    provider,
    eventId,
    computer: fieldAt(record, "winlog.computer_name"),
    data: Object.fromEntries(namesRead.map((name) => [name, inData(name)])),
  };
};

const fromEventJson = ({ Event }: JsonObject): SysmonEvent | null => {
  if (!isObject(Event) || !isObject(Event.System)) return null;
  const { System } = Event;
  const provider = providerOf(attributeOf(System.Provider, "Name")) ?? providerOf(System.Channel);
  if (provider === null) return null;
  return {
    provider,
    eventId: textOrNull(contentOf(System.EventID)),
    computer: contentOf(System.Computer),
    data: eventDataOf(Event.EventData),
  };
};

/** NXLog: everything beside each other. */
const fromFlat = (record: JsonObject): SysmonEvent | null => {
  const provider = providerOf(record.SourceName) ?? providerOf(record.Channel);
  if (provider === null) return null;
  return {
    provider,
    eventId: textOrNull(record.EventID),
    computer: record.Hostname ?? record.Computer,
    data: record,
  };
};

/** The provider stands at an event's beginning, after syslog's header. */
const longestBeginning = 1024;

/** Syslog and journal shippers: the event's XML in one field. */
const fromXml = (record: JsonObject): SysmonEvent | null => {
  for (const field of ["SyslogMessage", "message", "msg", "Message", "MESSAGE"]) {
    const value = record[field];
    if (typeof value !== "string" || !value.slice(0, longestBeginning).includes("-Sysmon")) continue;
    const event = eventXmlIn(value);
    const provider = providerOf(event?.provider);
    if (event === null || provider === null) continue;
    const computer = event.computer ?? record.HostName ?? record.Computer;
    return { provider, eventId: event.eventId, computer, data: event.data };
  }
  return null;
};

/**
 * The Sysmon event in a record: Winlogbeat's `winlog`, the event log's XML as JSON (`Event.System`), NXLog's flat record, or
 * XML inside a syslog record's field. Null where there is none.
 */
export const sysmonEventOf = (record: JsonObject): SysmonEvent | null =>
  fromWinlog(record) ?? fromEventJson(record) ?? fromFlat(record) ?? fromXml(record);
