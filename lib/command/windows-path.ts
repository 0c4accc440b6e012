/**
 * How paths of Windows begin, where a shell of Unix would take the backslashes away: `C:\x`, `HKLM\x`, `\\host\x`,
 * `%TEMP%\x`, `$env:TEMP\x`, `.\tool`. One letter and a colon begin a path only where no other colon follows, as
 * `s:\d:x:` is text for sed.
 */
const begins =
  /^(?:[A-Za-z]:\\(?=[^:]*$)|(?:HK(?:LM|CU|CR|U|CC)|HKEY_[A-Z_]{4,24}):?\\|\\\\\\?\\?[A-Za-z][\w.-]*\\|%\w{2,32}%\\|\$env:\w{2,32}\\|\.{1,2}\\\w{2})/i;

/**
 * The arguments that a word without quotes is, where it is a path of Windows as a sensor shows it, its backslashes not
 * escaped; undefined for any other word. A path that ends in a backslash takes no white space with it.
 *
 * @example
 * windowsFields("C:\\Users\\ada") // => ["C:\\Users\\ada"]
 * windowsFields("HKLM\\\\Software") // => ["HKLM\\Software"]
 * windowsFields("C:\\ /t") // => ["C:\\", "/t"]
 * windowsFields("r\\m") // => undefined
 */
export function windowsFields(text: string): readonly string[] | undefined {
  if (!text.includes("\\") || !begins.test(text) || /["'`]/.test(text)) return undefined;
  const share = text.startsWith("\\\\");
  const path = text.replaceAll("\\\\", "\\");
  return (share ? `\\${path}` : path).split(/(?<=\\)[ \t]/);
}
