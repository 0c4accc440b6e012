/**
 * Accounts that exist on many machines, and are another one on each: of the system, of the images that clouds start from,
 * of tools. Whoever works under one is somebody else, whom lineage may know: her login, or her Session Manager session.
 */
export const sharedAccounts: readonly string[] = [
  "root",
  "toor",
  "system",
  "administrator",
  "administrateur",
  "guest",
  "local service",
  "network service",
  // What a cloud's image lets its owner in as.
  "ec2-user",
  "ubuntu",
  "admin",
  "debian",
  "centos",
  "fedora",
  "rocky",
  "almalinux",
  "cloud-user",
  "azureuser",
  "opc",
  "bitnami",
  "vagrant",
  // What Session Manager runs a shell as.
  "ssm-user",
  // The certificates that clusters are made with.
  "kubernetes-admin",
  "kubernetes-super-admin",
  "kube:admin",
];
