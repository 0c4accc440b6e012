import type { LayoutWords } from "../layout.js";

/** Programs and cmdlets of Windows. Names are in lower case; keys are one or several program names. */
export const windowsLayouts: Readonly<Record<string, LayoutWords>> = {
  "del erase rd copy xcopy robocopy move ren attrib icacls takeown cacls": { slashes: true, operands: "path" },
  format: { slashes: true },
  reg: { depth: 1, slashes: true, valued: "/v /t /d /s" },
  schtasks: { slashes: true, valued: "/tn /tr /sc /ru /rp /st /sd /s /u /p /mo" },
  "net net1": { depth: 1, slashes: true },
  sc: { depth: 1, slashes: true },
  taskkill: { slashes: true, valued: "/im /pid /fi /s /u /p" },
  tasklist: { slashes: true, valued: "/fi /fo /s" },
  netsh: { depth: 2, slashes: true },
  "vssadmin wbadmin": { depth: 2, slashes: true },
  wmic: { depth: 1, slashes: true },
  bcdedit: { slashes: true, operands: "text" },
  "wevtutil fsutil cipher auditpol": { depth: 1, slashes: true },
  certutil: { slashes: true },
  bitsadmin: { slashes: true },
  "rundll32 regsvr32 mshta msiexec": { slashes: true },
  "powershell pwsh": {
    valued:
      "-command -c -file -f -encodedcommand -enc -e -ec -executionpolicy -ep -exec -windowstyle -w -version -configurationname",
    slashes: true,
    operands: "text",
  },
  "remove-item ri get-content set-content add-content get-childitem copy-item move-item": {
    valued: "-path -literalpath -filter -include -exclude -destination -value",
    slashes: true,
    operands: "path",
  },
  "invoke-webrequest iwr invoke-restmethod irm": {
    valued: "-uri -outfile -method -body -headers -usebasicparsing-",
    slashes: true,
    operands: "host",
  },
  "invoke-expression iex": { valued: "-command", slashes: true, operands: "text" },
  "set-mppreference add-mppreference set-executionpolicy stop-process stop-service start-process": { slashes: true },
  "mkdir md": { slashes: true, operands: "path" },
};
