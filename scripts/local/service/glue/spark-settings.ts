import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const DEFAULTS = {
  'spark.master': 'local[2]',
  'spark.driver.host': '127.0.0.1',
  'spark.driver.bindAddress': '127.0.0.1',
  'spark.driver.memory': '1g',
  'spark.ui.enabled': 'false',
  'spark.ui.showConsoleProgress': 'false',
  'spark.sql.shuffle.partitions': '2',
  'spark.default.parallelism': '2',
  // Two partitions of a small table: nothing to adapt to, nothing to compress.
  'spark.sql.adaptive.enabled': 'false',
  'spark.sql.inMemoryColumnarStorage.compressed': 'false',
  // The emulator's Firehose makes a file of every record: thousands of them are not thousands of tasks.
  'spark.sql.files.openCostInBytes': '4096',
};

// A short job is over before the second compiler has paid for itself; nothing is left in the system's temporary folder.
const JAVA = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Djava.io.tmpdir=';

const LOGGING = `rootLogger.level = warn
rootLogger.appenderRef.stderr.ref = stderr
appender.stderr.type = Console
appender.stderr.name = stderr
appender.stderr.target = SYSTEM_ERR
appender.stderr.layout.type = PatternLayout
appender.stderr.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n
`;

/** Makes Spark small and local by its own configuration folder, so that scripts stay as they are on Glue. */
export async function sparkEnvironment(folder: string, pythonFolder: string): Promise<Record<string, string>> {
  const local = join(folder, 'local');
  const settings = { ...DEFAULTS, 'spark.driver.extraJavaOptions': JAVA + local };
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`);
  await mkdir(local, { recursive: true });
  await writeFile(join(folder, 'spark-defaults.conf'), lines.join(''));
  await writeFile(join(folder, 'log4j2.properties'), LOGGING);
  return {
    SPARK_CONF_DIR: folder,
    SPARK_LOCAL_DIRS: local,
    SPARK_LOCAL_IP: '127.0.0.1',
    PYSPARK_PYTHON: join(pythonFolder, 'python3'),
  };
}
