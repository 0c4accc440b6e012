import type { LayoutWords } from "../layout.js";

const kubernetes =
  "-n --namespace --context --kubeconfig --cluster --user --as --as-group --as-uid -s --server --token --request-timeout -f --filename -k --kustomize " +
  "-l --selector --field-selector -o --output -c --container --grace-period --timeout --cascade --replicas --image --type -p --patch --patch-file --tail --since " +
  "--clusterrole --role --serviceaccount --group --from-literal --from-file --from-env-file --port --target-port --restart --overrides --env --labels --sort-by " +
  "--template --pod-selector --certificate-authority --duration --for --address --chunk-size --dry-run-server --field-manager --revision --to-revision --limits --requests --pod-running-timeout --max-log-requests -L";

/** What is done, in the command lines that put the noun first: `compute instances delete web-1`. */
const actions =
  "delete create list ls describe show update start stop reset restart get set remove add deploy ssh scp login logout get-credentials " +
  "activate-service-account print-access-token print-identity-token get-iam-policy set-iam-policy add-iam-policy-binding " +
  "remove-iam-policy-binding enable disable import export clone failover promote destroy access submit cancel call invoke resize " +
  "attach-disk detach-disk patch replace rollback undelete move rm cp mv cat read write encrypt decrypt sign tail connect purge " +
  "download upload download-batch delete-batch upload-batch sync copy set-policy get-access-token get-instance-metadata deallocate " +
  "power-off restore run scale upgrade renew reset-credentials regenerate query execute sql reboot get-access-credentials kubeconfig";

/** Clusters, clouds, infrastructure as code, secrets. Keys are one or several program names. */
export const cloudLayouts: Readonly<Record<string, LayoutWords>> = {
  "kubectl oc k kubecolor": {
    depth: 1,
    groups: "config rollout create set auth certificate adm top krew plugin",
    valued: kubernetes,
    bundles: true,
  },
  "kubectx kubens": {},
  helm: {
    depth: 1,
    groups: "repo plugin registry dependency get show",
    valued:
      "-n --namespace --kube-context --kubeconfig -f --values --set --set-string --set-file --set-json --version --repo --timeout --history-max -o --output --post-renderer --username --password --kube-apiserver --kube-token",
  },
  helmfile: {
    depth: 1,
    valued: "-f --file -e --environment -n --namespace -l --selector --kube-context --set --state-values-set",
  },
  kustomize: { depth: 1 },
  istioctl: {
    depth: 1,
    groups: "experimental x proxy-config",
    valued: "-n --namespace -i --istioNamespace --context -c --kubeconfig -f --filename --set",
  },
  argocd: {
    depth: 2,
    valued:
      "--server --auth-token --config --grpc-web-root-path -N --app-namespace -l --selector --revision --dest-server --dest-namespace --project -p --parameter --username --password --repo --path",
  },
  flux: { depth: 2, valued: "-n --namespace --context --kubeconfig --source --path --branch --url --interval" },
  eksctl: {
    depth: 2,
    valued: "--cluster --name -n --region -r --profile -p -f --config-file --nodegroup-name --timeout",
  },
  doctl: {
    depth: 3,
    actions,
    valued: "-t --access-token -c --config --context -o --output --format --region --size --image",
  },
  "kops kubeadm": {
    depth: 1,
    groups: "delete create update get",
    valued: "--name --state --config --token --cri-socket",
  },
  velero: { depth: 2, valued: "-n --namespace --kubeconfig" },
  "terraform tofu terragrunt": {
    depth: 1,
    groups: "state workspace providers run-all",
    valued:
      "-target -var -var-file -state -out -backend-config -lock-timeout -parallelism -replace -chdir --terragrunt-working-dir --terragrunt-config -state-out -backup -config",
  },
  pulumi: {
    depth: 1,
    groups: "stack config state plugin policy org package env",
    valued:
      "-s --stack -C --cwd -m --message -c --config --config-file -p --parallel -t --target -r --replace --tracing -v --secrets-provider --profile",
  },
  "cdk cdktf": {
    depth: 1,
    valued:
      "-c --context -a --app -p --plugin --profile -r --role-arn --toolkit-stack-name -o --output --require-approval --outputs-file --region --parameters",
  },
  "sam serverless sls": {
    depth: 1,
    groups: "local remote",
    valued:
      "--stack-name --s3-bucket --s3-prefix --region --profile --config-env --config-file -t --template --template-file --parameter-overrides --capabilities -s --stage -f --function",
  },
  "ansible ansible-playbook ansible-console": {
    valued:
      "-i --inventory -m --module-name -a --args -e --extra-vars -l --limit -t --tags --skip-tags -u --user -f --forks --vault-password-file --vault-id --private-key --key-file -c --connection --become-user --become-method -T --timeout",
    bundles: true,
  },
  "ansible-galaxy ansible-vault": {
    depth: 1,
    valued: "-r --role-file -p --roles-path --vault-password-file --vault-id --output",
  },
  packer: { depth: 1, valued: "-var -var-file -only -except" },
  vault: {
    depth: 1,
    groups: "kv secrets auth token policy operator lease audit namespace plugin print",
    valued:
      "-address -namespace -mount -field -format -method -path -ttl -policy -key-shares -key-threshold -header -ca-cert -client-cert -client-key",
  },
  op: { depth: 2, valued: "--account --vault --fields --format --session --category --title --out-file -o --env-file" },
  sops: { depth: 0, valued: "--kms --pgp --age -k -p --input-type --output-type --output --extract --set --config" },
  "bw pass lpass gopass": { depth: 1, valued: "--session --itemid --organizationid" },
  aws: {
    depth: 2,
    valued:
      "--profile --region --output --query --endpoint-url --ca-bundle --cli-read-timeout --cli-connect-timeout --color --cli-input-json --cli-input-yaml " +
      "--bucket --key --body --acl --policy --policy-document --policy-arn --policy-name --user-name --role-name --group-name --instance-ids --instance-id " +
      "--db-instance-identifier --db-cluster-identifier --table-name --function-name --stack-name --cluster --service --secret-id --name --names --group-id " +
      "--filters --filter --parameters --document-name --targets --image-id --volume-id --snapshot-id --vpc-id --subnet-id --key-name --hosted-zone-id --change-batch " +
      "--stream-name --queue-url --topic-arn --log-group-name --rule --role-arn --role-session-name --assume-role-policy-document --exclude --include --sse --storage-class " +
      "--protocol --port --cidr --ip-permissions --max-items --page-size --starting-token --payload --key-id --alarm-names --trail-name --detector-id --final-db-snapshot-identifier " +
      "--password --access-key-id --login-profile --template-body --template-file --template-url --capabilities --tags --desired-count --task-definition --command --container --task " +
      "--start-time --end-time --expires-in --content-type --cache-control --source-arn --statement-id --action --principal --value --type --description --distribution-id --paths --configuration --versioning-configuration --public-access-block-configuration --recovery-window-in-days --pending-window-in-days",
  },
  gcloud: {
    depth: 4,
    actions,
    valued:
      "--project --account --configuration --region --zone --format --filter --impersonate-service-account --member --role --source --image --image-family " +
      "--machine-type --network --subnet --service-account --scopes --tags --labels --command --cluster --location --keyring --purpose --iam-account --key-file " +
      "--limit --sort-by --data-file --secret --version --timeout --memory --runtime --entry-point --env-vars-file --set-env-vars --source-ranges --rules --direction --priority --target-tags --allow --replication-policy --instance --database --user --password --host",
  },
  "gsutil bq": { depth: 1, valued: "-o -h -u -i -p --project_id --dataset_id --location --format" },
  az: {
    depth: 4,
    actions,
    valued:
      "-g --resource-group -n --name -l --location --subscription -s --query -o --output --ids --account-name --account-key --container-name --container --vault-name --vm-name " +
      "--role --assignee --scope --sku --tags --image --size --admin-username --admin-password --nsg-name --priority --server --server-name --file --source --destination -f -d -p -u --username --password --tenant --type --value --scripts --command-id --template-file --parameters --resource-type",
  },
  rclone: {
    depth: 1,
    valued:
      "--config --include --exclude --filter --transfers --checkers --bwlimit --max-age --min-age --max-size --min-size --log-file --log-level --exclude-from --include-from --filter-from --backup-dir -v --password-command",
  },
  "s3cmd s5cmd mc": {
    depth: 1,
    valued: "-c --config --access_key --secret_key --region --host --profile --endpoint-url --newer-than --older-than",
  },
  "flyctl fly": {
    depth: 1,
    groups:
      "apps app secrets volumes volume machine machines postgres pg ips certs ssh tokens auth scale regions redis storage",
    valued: "-a --app -c --config -t --access-token -r --region -o --org -C --command -i --image",
  },
  heroku: { depth: 1, valued: "-a --app -r --remote -c --confirm -t --team -e --env -s --size" },
  vercel: {
    depth: 1,
    groups: "env domains dns certs alias secrets project teams",
    valued: "-t --token -S --scope -A --local-config -Q --global-config --cwd -e --env -b --build-env -m --meta",
  },
  netlify: { depth: 1, valued: "-s --site -d --dir -a --auth -m --message -f --functions" },
  wrangler: {
    depth: 1,
    groups: "kv r2 d1 queues secret pages deployments versions tail-worker",
    valued:
      "-c --config -e --env --name --account-id --binding --namespace-id --command --file --project-name --branch",
  },
  "railway render supabase firebase": {
    depth: 1,
    groups: "db functions projects secrets",
    valued: "-s --service -e --environment -p --project --token --project-ref --only --db-url --linked-ref",
  },
  "nomad consul": {
    depth: 1,
    groups: "job node alloc kv acl operator namespace server",
    valued: "-address -namespace -region -token -http-addr -datacenter -token-file",
  },
  "teleport tsh tctl": { depth: 1, valued: "--proxy --user -l --login -i --identity --ttl --roles" },
};
