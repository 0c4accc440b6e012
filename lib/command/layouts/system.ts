import type { LayoutWords } from "../layout.js";

const firewall =
  "-t --table -A -D -I -R -N -X -P -F -L -S -j --jump -s --source -d --destination -p --protocol -i -o --dport --sport -m --match --state";

/** Files, accounts, services, networks: what every Unix machine has. Keys are one or several program names. */
export const systemLayouts: Readonly<Record<string, LayoutWords>> = {
  "rm rmdir unlink": { bundles: true, operands: "path" },
  "shred wipe srm": { valued: "-n --iterations -s --size", bundles: true, operands: "path" },
  "cp mv ln install": {
    valued: "-t --target-directory -S --suffix -m --mode -o --owner -g --group",
    bundles: true,
    operands: "path",
  },
  "ls cat tac nl file stat readlink realpath du df wc touch mkdir less more view": {
    valued: "-I --ignore --time-style -d --max-depth -t --reference --mode --format",
    operands: "path",
    bundles: true,
  },
  "ll la": { bundles: true, operands: "path" },
  "head tail": { valued: "-n --lines -c --bytes --pid", bundles: true, operands: "path" },
  "chmod chown chgrp": { valued: "--reference --from", bundles: true, operands: "path", leading: 1 },
  "setfacl getfacl": { valued: "-m -x -M -X", bundles: true, operands: "path" },
  "chattr lsattr": { operands: "path", leading: 1 },
  truncate: { valued: "-s --size -r --reference", bundles: true, operands: "path" },
  fallocate: { valued: "-l --length -o --offset", operands: "path" },
  dd: { pairs: true },
  "mkfs mkfs.ext4 mkfs.xfs mkfs.ext3 mkfs.btrfs mkfs.vfat mke2fs mkswap wipefs": {
    valued: "-t --types -L -b -m -o --offset",
    operands: "path",
  },
  "fdisk sfdisk gdisk sgdisk parted cfdisk blkdiscard": { operands: "path" },
  "mount umount": { valued: "-t --types -o --options -L -U", bundles: true, operands: "path" },
  cryptsetup: { depth: 1, valued: "--key-file -d --type --cipher --hash", operands: "path" },
  "lvremove vgremove pvremove lvcreate": { bundles: true, operands: "path" },
  zfs: { depth: 1, valued: "-o -t", bundles: true },
  zpool: { depth: 1, valued: "-o -O", bundles: true },
  btrfs: { depth: 2 },
  find: {
    valued:
      "-name -iname -path -ipath -wholename -regex -iregex -type -maxdepth -mindepth -mtime -mmin -ctime -atime -newer -size " +
      "-user -group -uid -gid -perm -printf -fprintf -fls -inum -links -samefile -newermt",
    operands: "path",
  },
  "fd fdfind": { valued: "-e --extension -t --type -d --max-depth -E --exclude -x -X", bundles: true },
  "grep egrep fgrep rg ag zgrep": {
    valued:
      "-e --regexp -f --file -m --max-count -A -B -C --after-context --before-context --context --include --exclude --exclude-dir " +
      "-g --glob -t --type -T --type-not --color --colors -d -M --max-columns",
    bundles: true,
    operands: "path",
    leading: 1,
  },
  "sed gsed": { valued: "-e --expression -f --file -l", bundles: true, operands: "path", leading: 1 },
  "awk gawk mawk": { valued: "-F -v -f --field-separator --assign --file", operands: "path", leading: 1 },
  "cut sort uniq tr paste column": {
    valued: "-d -f -c -b -k -t --delimiter --fields --key --field-separator -o --output -S -T -w -n -s",
    bundles: true,
    operands: "text",
  },
  "[ test return exit break continue local shift true false seq sleep which hash": { operands: "prose" },
  "diff cmp": { valued: "-U -C -x --exclude", bundles: true, operands: "path" },
  tee: { bundles: true, operands: "path" },
  "echo printf": { operands: "prose" },
  "cd pushd popd": { operands: "path" },
  "tar bsdtar": {
    valued:
      "-f --file -C --directory --exclude -T --files-from -X --exclude-from -I --use-compress-program --transform --owner --group",
    bundles: true,
    operands: "path",
    dashless: true,
  },
  "zip unzip 7z gzip gunzip bzip2 xz zstd": { valued: "-d -x -P --password -o -i", operands: "path", bundles: true },
  rsync: {
    valued:
      "-e --rsh --exclude --include --exclude-from --include-from --files-from --filter -f --bwlimit --port --password-file --log-file -T --temp-dir --chmod --chown",
    bundles: true,
  },
  "scp sftp": { valued: "-c -D -F -i -J -l -o -P -S -X -b -B -R -s", bundles: true },
  "ssh mosh autossh": {
    valued: "-B -b -c -D -E -e -F -I -i -J -L -l -m -M -O -o -p -P -Q -R -S -W -w",
    bundles: true,
    operands: "host",
  },
  "ssh-keygen": { valued: "-t -b -f -C -N -P -R -F -m -O -s -I -n -V -D -y" },
  "ssh-copy-id": { valued: "-i -p -o -F -t", operands: "host" },
  "ssh-add": { valued: "-t -D", bundles: true, operands: "path" },
  curl: {
    valued:
      "-A --user-agent -b --cookie -c --cookie-jar -C --continue-at -d --data --data-ascii --data-binary --data-raw --data-urlencode -D --dump-header " +
      "-e --referer -E --cert --cacert --capath --key -F --form --form-string -H --header -K --config -m --max-time --connect-timeout -o --output " +
      "--output-dir -P -Q --quote -r --range --resolve --connect-to --retry --retry-delay -T --upload-file -u --user -U --proxy-user -x --proxy -X --request " +
      "-w --write-out -y -Y -z --limit-rate --url --json --unix-socket --aws-sigv4 --oauth2-bearer --socks5 --socks5-hostname",
    bundles: true,
    operands: "host",
  },
  wget: {
    valued:
      "-O --output-document -o --output-file -a -P --directory-prefix -U --user-agent -t --tries -T --timeout --header --post-data --post-file " +
      "--body-data --body-file --method --user --password -i --input-file -e --execute -B --base -w --wait -l --level -A -R -D -I -X --limit-rate",
    operands: "host",
  },
  "http https xh": {
    valued: "-a --auth -A --auth-type -o --output -s --style --timeout --proxy --session",
    operands: "host",
  },
  "nc ncat netcat": {
    valued: "-e -c -p -s -w -q -i -X -x -g -G -I -O -T -V --exec --sh-exec --ssl-cert --ssl-key",
    bundles: true,
    operands: "host",
  },
  socat: {},
  telnet: { operands: "host" },
  "ping ping6 traceroute mtr dig nslookup host whois": {
    valued: "-c -i -W -w -s -t -I -n -m -q -p -f -x --type",
    operands: "host",
  },
  nmap: {
    valued:
      "-p -iL -oN -oX -oG -oA -D -S -e -g --script --script-args -T --top-ports --min-rate --max-rate --exclude --host-timeout",
    operands: "host",
  },
  "masscan rustscan": { valued: "-p --ports --rate -oL -oJ -iL -a --addresses -b -t", operands: "host" },
  tcpdump: { valued: "-i -w -r -c -s -C -G -W -F -B -Z -z" },
  openssl: {
    depth: 1,
    valued:
      "-in -out -key -keyout -inkey -pass -passin -passout -cert -CAfile -connect -days -subj -newkey -config -k -K -iv -e -servername -certfile",
  },
  "gpg gpg2": {
    valued:
      "-o --output -r --recipient -u --local-user --passphrase --passphrase-file --homedir --keyserver --recv-keys --delete-secret-keys --delete-keys --export-secret-keys --batch-size --pinentry-mode --trust-model",
    bundles: true,
  },
  systemctl: {
    depth: 1,
    valued:
      "-H --host -M --machine -t --type -p --property -n --lines -o --output -s --signal --root --state --kill-who",
  },
  launchctl: { depth: 1, valued: "-S -D" },
  service: { depth: 1, verbLast: true },
  "update-rc.d rc-service rc-update chkconfig": { depth: 1, verbLast: true, bundles: false },
  journalctl: {
    valued:
      "-u --unit -n --lines -S --since -U --until -o --output -p --priority -b --boot -t --identifier --vacuum-size --vacuum-time -D",
  },
  crontab: { valued: "-u", bundles: true, operands: "path" },
  "at batch": { valued: "-f -q -t", bundles: true, operands: "text" },
  "iptables ip6tables iptables-nft iptables-legacy ebtables": { valued: firewall },
  nft: { depth: 1, valued: "-f -I" },
  ufw: { depth: 1 },
  "firewall-cmd": { valued: "--zone" },
  ip: { depth: 2, valued: "-n --netns" },
  "ifconfig route": { operands: "text" },
  networksetup: {},
  sysctl: { valued: "-p --load", bundles: true },
  "modprobe insmod rmmod": { bundles: true },
  kill: { valued: "-s -n --signal", operands: "text" },
  "pkill killall pgrep": { valued: "-u -U -g -G -P -s -t -x --signal --user", operands: "text" },
  "useradd usermod adduser": {
    valued: "-G --groups -g --gid -s --shell -u --uid -d --home -p --password -c --comment -e -f -k -R",
    bundles: true,
    operands: "text",
  },
  "userdel deluser groupdel": { valued: "-R --root", bundles: true, operands: "text" },
  "passwd chpasswd groupadd gpasswd chage visudo": { valued: "-a -d -M -A -n -x -w -i -f -R", operands: "text" },
  dscl: { depth: 0 },
  setcap: {},
  auditctl: { valued: "-a -A -d -w -W -p -k -S -F -e -f -r -b -R", operands: "path" },
  setenforce: { operands: "text" },
  csrutil: { depth: 1 },
  spctl: {},
  defaults: { depth: 1 },
  security: { depth: 1, valued: "-a -s -l -k -p -w -g -t -D" },
  osascript: { valued: "-e -l -s", operands: "path" },
  "tmutil diskutil hdiutil": { depth: 1 },
  history: { valued: "-d -a -n -r -w -s -p", operands: "path" },
  "unset export set source . alias": {},
  "shutdown reboot halt poweroff init": { operands: "text" },
  "sudo su doas": { valued: "-u -g -c -s --user --group --command --shell", bundles: true, operands: "text" },
  logger: { valued: "-t -p -f -i -s", operands: "text" },
  strings: { valued: "-n -t -e", operands: "path" },
  "xxd hexdump od base64 base32": { valued: "-l -s -c -n -w -i -o", operands: "path" },
  "md5sum sha1sum sha256sum shasum": { valued: "-a", bundles: true, operands: "path" },
  mail: { valued: "-s -a -r -c -b", operands: "text" },
};
