import type { Role } from "../habits.js";

/** Looks after the company's safety: scanners, advisories, audits. What is recon elsewhere is her daily bread. */
export const security: Role = {
  rules: {
    extension: ["yaml", "md", "rego", "py"],
    folder: ["rules", "policies/{noun}", "advisories", "audits", "scripts"],
    image: ["corp.example/{service}:{version}", "corp.example/{service}:latest"],
  },
  hands: [
    [12, "semgrep scan --config rules/{noun}.yaml {folder}"],
    [10, "trivy image {image}"],
    [6, "grype {image}"],
    [6, "nmap -sV {service}.corp.example"],
    [5, "aws iam list-users"],
    [5, "aws iam get-role --role-name {noun}"],
    [4, "aws sts get-caller-identity"],
    [5, "openssl x509 -in certs/{service}.pem -noout -dates"],
    [4, "gitleaks detect --redact"],
    [4, "opa test policies/{noun}"],
    [4, "dig txt {service}.corp.example"],
    [3, "whoami"],
    [3, "kubectl auth can-i --list -n {namespace}"],
    [3, "ssh bastion.corp.example"],
    [3, "jq '.Results[].Vulnerabilities | length' audits/{service}.json"],
  ],
  agents: [
    [14, "semgrep scan --config rules/{noun}.yaml {folder} --quiet"],
    [10, "semgrep --validate --config rules/{noun}.yaml"],
    [10, "opa test policies/{noun} -v"],
    [6, "opa fmt -l policies/{noun}"],
    [6, "npm audit --json | jq '.metadata.vulnerabilities'"],
    [6, "osv-scanner --lockfile package-lock.json"],
    [5, "jq '.Results | length' audits/{service}.json"],
    [4, "python scripts/{noun}.py --dry-run"],
    [4, "yq '.rules[].id' rules/{noun}.yaml"],
    [3, "pytest tests/test_{noun}.py -q"],
  ],
};
