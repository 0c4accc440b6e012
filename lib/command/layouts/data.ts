import type { LayoutWords } from "../layout.js";

/** Databases, queues, backups. Keys are one or several program names. */
export const dataLayouts: Readonly<Record<string, LayoutWords>> = {
  psql: {
    valued:
      "-c --command -f --file -d --dbname -h --host -p --port -U --username -v --set --variable -o --output -L --log-file -F -P -R -T",
    bundles: true,
    operands: "text",
  },
  "pg_dump pg_dumpall pg_restore pg_basebackup": {
    valued:
      "-d --dbname -h --host -p --port -U --username -f --file -F --format -t --table -n --schema -T --exclude-table -N -j --jobs -Z --compress -D --pgdata",
    bundles: true,
    operands: "text",
  },
  "dropdb createdb dropuser createuser": {
    valued: "-h --host -p --port -U --username --maintenance-db",
    bundles: true,
    operands: "text",
  },
  "mysql mariadb mysqldump mysqladmin mariadb-dump mariadb-admin": {
    valued:
      "-e --execute -u --user -h --host -P --port -D --database -S --socket --defaults-file --defaults-extra-file --default-character-set --ssl-ca -r --result-file",
    bundles: true,
    operands: "text",
  },
  "mongosh mongo": {
    valued: "--eval -u --username -p --password --host --port --authenticationDatabase -f --file --db",
    operands: "text",
  },
  "mongodump mongorestore mongoexport mongoimport": {
    valued:
      "--uri -d --db -c --collection -o --out -u --username -p --password -h --host --port --authenticationDatabase -q --query --archive",
    operands: "text",
  },
  "redis-cli valkey-cli": {
    depth: 1,
    valued: "-h -p -a -n -u -s --user --pass --eval --rdb --pipe-timeout --pattern -r -i -x",
    operands: "text",
  },
  sqlite3: { valued: "-cmd -init -separator -newline -nullvalue", operands: "text" },
  "cqlsh clickhouse-client clickhouse": {
    valued:
      "-e --execute -f --file -u --username --user -p --password -k --keyspace -q --query -d --database -h --host --port -n",
    operands: "text",
  },
  "sqlcmd bcp": { valued: "-S -U -P -Q -q -d -i -o -s", operands: "text" },
  "snowsql snow": {
    valued:
      "-q --query -f --filename -a --accountname -u --username -d --dbname -s --schemaname -r --rolename -w --warehouse -c --connection -o",
  },
  "influx etcdctl": {
    depth: 1,
    valued: "--endpoints --cacert --cert --key --user -o --org -b --bucket -t --token --host -p --path",
  },
  "kafka-topics kafka-topics.sh kafka-configs kafka-configs.sh": {
    valued:
      "--bootstrap-server --zookeeper --topic --partitions --replication-factor --config --command-config --entity-type --entity-name",
  },
  "rabbitmqctl rabbitmqadmin": { depth: 1, valued: "-n --node -p --vhost -H --host -u --username -P --port" },
  "restic borg duplicity": {
    depth: 1,
    valued:
      "-r --repo -p --password-file --tag --host --keep-last --keep-daily --keep-weekly --keep-monthly --exclude --target -t --path",
    operands: "path",
  },
  "rake rails artisan manage.py alembic flyway liquibase prisma drizzle-kit knex sequelize dbmate goose-migrate": {
    depth: 1,
    groups: "db migrate",
    valued: "-e --env --schema --url -url -user -password --database --settings -c --config --name --knexfile",
  },
};
