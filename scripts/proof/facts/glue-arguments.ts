/**
 * Arguments that Glue itself reads and that no script has to know. Source: Glue developer guide, "Using job parameters in AWS
 * Glue jobs" and "Monitoring with job bookmarks".
 */
export const GLUE_ARGUMENTS: ReadonlySet<string> = new Set(
  `--additional-python-modules --auto-scale-within-microbatch --class --conf --continuous-log-conversionPattern
  --continuous-log-logGroup --continuous-log-logStreamPrefix --customer-driver-env-vars --customer-executor-env-vars
  --datalake-formats --disable-proxy --disable-proxy-v2 --enable-auto-scaling --enable-continuous-cloudwatch-log
  --enable-continuous-log-filter --enable-glue-datacatalog --enable-job-insights --enable-lakeformation-fine-grained-access
  --enable-metrics --enable-observability-metrics --enable-rename-algorithm-v2 --enable-s3-parquet-optimized-committer
  --enable-spark-ui --encryption-type --executor-cores --extra-files --extra-jars --extra-py-files --job-bookmark-from
  --job-bookmark-option --job-bookmark-to --job-language --python-modules-installer-option --scriptLocation
  --spark-event-logs-path --TempDir --use-postgres-driver --user-jars-first --write-shuffle-files-to-s3
  --write-shuffle-spills-to-s3 library-set --JOB_NAME --JOB_ID --JOB_RUN_ID`.split(/\s+/),
);
