import { CfnCondition, CfnParameter, CfnResource, Fn, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/**
 * What Model Monitor watches, as parameters of the stack: whether at all, and the baselines and threshold of the version in
 * service. Whoever deploys sends their former values; only `follow-serving-state` and `park-serving` send new ones.
 */
export class SchedulesState extends Construct {
  /** What Clarify is told about explaining the model in service. */
  public readonly explainabilityConfigUri: string;
  /** From this score on a prediction counts as positive. */
  public readonly threshold: number;
  private readonly baselineUri: string;
  private readonly on: CfnCondition;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const schedules = this.parameter('Schedules', {
      default: 'off',
      allowedValues: ['on', 'off'],
      description: 'Whether Model Monitor watches the real-time endpoint',
    });
    this.baselineUri = this.parameter('BaselineUri', {
      // Like a place, or nothing would be checked of what is made of it.
      default: 's3://none',
      description: 'Folder with the baselines of the version in service',
    }).valueAsString;
    this.explainabilityConfigUri = this.parameter('ExplainabilityConfigUri', {
      // Like a place, or nothing would be checked of what is made of it.
      default: 's3://none',
      description: 'What Clarify is told about explaining the model in service',
    }).valueAsString;
    const threshold = this.parameter('Threshold', {
      default: '0.5',
      description: 'Score from which on a prediction of the version in service is positive',
    });
    // A plain string like the others; CloudFormation makes a number of it where one is wanted.
    this.threshold = Token.asNumber(Fn.ref(threshold.logicalId));
    this.on = new CfnCondition(this, 'SchedulesOn', { expression: Fn.conditionEquals(schedules, 'on') });
    this.on.overrideLogicalId('SchedulesOn');
  }

  /** A file of the baselines, by the name that the assessment gave it. */
  public baseline(name: string): string {
    return Fn.join('/', [this.baselineUri, name]);
  }

  /** Everything in `scope` exists only while the schedules are on. */
  public whenOn(scope: Construct): void {
    for (const resource of scope.node.findAll().filter(CfnResource.isCfnResource))
      resource.cfnOptions.condition = this.on;
  }

  private parameter(name: string, props: { default: string; description: string; allowedValues?: string[] }) {
    const parameter = new CfnParameter(this, name, { type: 'String', ...props });
    parameter.overrideLogicalId(name);
    return parameter;
  }
}
