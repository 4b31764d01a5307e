import { Lazy, Stack } from 'aws-cdk-lib';
import { CfnJob } from 'aws-cdk-lib/aws-glue';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';
import { ServiceRole } from '../shared/service-role';

export interface SparkJobProps {
  readonly description: string;
  /** Path of the Python script. */
  readonly script: string;
  /** Modules that the script imports. */
  readonly library: Asset;
  /** The resolved dataset. */
  readonly dataset: Asset;
}

/** Newest Glue: Spark 3.5.6, Python 3.11. */
const GLUE_VERSION = '5.1';
/** Deliveries that may be prepared at a time; one more waits in the state machine. */
const CONCURRENT_RUNS = 3;

/** A Glue job that runs one PySpark script with its own role; what it may touch is granted by the owners. */
export class SparkJob extends Construct {
  public readonly jobName: string;
  public readonly role: ServiceRole;
  private readonly extraArguments: Record<string, string> = {};

  public constructor(scope: Construct, id: string, props: SparkJobProps) {
    super(scope, id);
    const { workerType, workers, timeoutMinutes } = PhaseStack.of(this).lifecycle.config.dataPreparation;
    const script = new Asset(this, 'Script', { path: props.script });
    this.role = new ServiceRole(this, 'Role', 'glue.amazonaws.com', props.description);
    for (const asset of [script, props.library, props.dataset]) asset.grantRead(this.role);
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [Stack.of(this).formatArn({ service: 'logs', resource: 'log-group:/aws-glue/*' })],
      }),
    );
    const job = new CfnJob(this, 'Resource', {
      description: props.description,
      role: this.role.roleArn,
      command: { name: 'glueetl', pythonVersion: '3', scriptLocation: script.s3ObjectUrl },
      glueVersion: GLUE_VERSION,
      workerType,
      numberOfWorkers: workers,
      timeout: timeoutMinutes,
      maxRetries: 0,
      executionProperty: { maxConcurrentRuns: CONCURRENT_RUNS },
      defaultArguments: Lazy.any({
        produce: () => ({
          '--extra-py-files': props.library.s3ObjectUrl,
          '--dataset': props.dataset.s3ObjectUrl,
          '--enable-continuous-cloudwatch-log': 'true',
          '--job-bookmark-option': 'job-bookmark-disable',
          ...this.extraArguments,
        }),
      }),
    });
    job.node.addDependency(this.role);
    this.jobName = job.ref;
  }

  /** Passes `value` to every run under `name`. */
  public addArgument(name: string, value: string): void {
    this.extraArguments[name] = value;
  }
}
