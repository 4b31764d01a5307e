/**
 * ScheduleConfig of SageMaker's CreateMonitoringSchedule: every hour, once a day, or every so many hours from one hour on.
 * Not the cron of EventBridge: minutes are 0, day of the month is ?.
 */
const HOURLY = /^cron\(0 \* \? \* \* \*\)$/;
const DAILY = /^cron\(0 (\d{1,2}) \? \* \* \*\)$/;
const EVERY_SO_MANY_HOURS = /^cron\(0 (\d{1,2})\/(\d{1,2}) \? \* \* \*\)$/;

/** Hours between two runs; 0 for a single run, undefined for what SageMaker refuses. */
export function hoursBetween(expression: string): number | undefined {
  if (expression === 'NOW') return 0;
  if (HOURLY.test(expression)) return 1;
  const [, first, every] = EVERY_SO_MANY_HOURS.exec(expression) ?? DAILY.exec(expression) ?? [];
  const hours = every === undefined ? 24 : Number(every);
  return first !== undefined && Number(first) < 24 && hours >= 1 && hours <= 24 ? hours : undefined;
}

/** What CloudFormation calls the definition of each kind of monitor. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  DataQuality: 'AWS::SageMaker::DataQualityJobDefinition',
  ModelQuality: 'AWS::SageMaker::ModelQualityJobDefinition',
  ModelBias: 'AWS::SageMaker::ModelBiasJobDefinition',
  ModelExplainability: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
};
