#!/bin/sh
# ./subscribe.sh LOG_GROUP STREAM_ARN: everything in a log group of sensor logs goes into the telemetry stream, from now on.
# CloudWatch Logs packs many lines into one gzip record; Baseliner unpacks them. STREAM_ARN is the stack's output
# TelemetryStreamArn. A stream with a key of its own (infrastructure.encryption) also wants kms:GenerateDataKey in the role.
set -eu
group=$1
stream=$2
role=baseliner-logs-to-kinesis

aws iam create-role --role-name "$role" --assume-role-policy-document '{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Principal": { "Service": "logs.amazonaws.com" }, "Action": "sts:AssumeRole" }]
}' >/dev/null
aws iam put-role-policy --role-name "$role" --policy-name put-records --policy-document '{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": ["kinesis:PutRecord", "kinesis:PutRecords"], "Resource": "'"$stream"'" }]
}'
arn=$(aws iam get-role --role-name "$role" --query Role.Arn --output text)
# A new role is not known everywhere at once.
sleep "${WAIT:-15}"
aws logs put-subscription-filter --log-group-name "$group" --filter-name baseliner --filter-pattern '' \
  --destination-arn "$stream" --role-arn "$arn" --distribution ByLogStream
