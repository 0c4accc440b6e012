import type { Role } from "../habits.js";

/** The warehouse and its pipelines: python, psql, dbt, airflow. */
export const data: Role = {
  rules: {
    extension: ["py", "sql", "yaml", "csv"],
    folder: ["dags", "models/{noun}", "jobs/{noun}", "tests", "queries"],
    dag: ["{noun}_daily", "{noun}_hourly", "load_{noun}"],
    table: ["{noun}s", "raw_{noun}s", "dim_{noun}", "fact_{noun}"],
  },
  hands: [
    [12, "psql -h warehouse.corp.example -d analytics -c 'select count(*) from {table}'"],
    [8, "psql -h warehouse.corp.example -d analytics"],
    [10, "python jobs/{noun}/load.py --day 2026-03-0{digit}"],
    [8, "pytest tests/test_{noun}.py"],
    [8, "dbt run --select {table}"],
    [6, "dbt test --select {table}"],
    [6, "airflow dags trigger {dag}"],
    [5, "airflow tasks test {dag} extract 2026-03-0{digit}"],
    [4, "airflow dags list-runs -d {dag}"],
    [4, "aws s3 ls s3://corp-example-lake/{noun}/"],
    [4, "aws s3 cp s3://corp-example-lake/{noun}/part-{number}.csv ."],
    [3, "psql -h localhost -d scratch -c 'truncate {table}'"],
    [3, "jupyter lab"],
    [3, "pip install -r requirements.txt"],
    [2, "duckdb scratch.db"],
    [3, "head -n {few} {file} | csvlook"],
  ],
  agents: [
    [16, "pytest tests/test_{noun}.py -q"],
    [10, "python -m pytest -x -q 2>&1 | tail -{few}"],
    [10, "ruff check {folder}"],
    [6, "ruff format {file}"],
    [8, "python -m py_compile {file}"],
    [8, "dbt compile --select {table}"],
    [6, "dbt run --select {table} --target dev"],
    [6, "sqlfluff lint {file}"],
    [5, "psql -h localhost -d scratch -c 'select * from {table} limit {few}'"],
    [4, "python -c 'import {noun}; print({noun}.__name__)'"],
    [4, "airflow dags list"],
    [3, "pip install -e ."],
    [3, "head -n {few} {file} | cut -d, -f1-{digit}"],
  ],
};
