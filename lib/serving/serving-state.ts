import { CfnCondition, CfnParameter, CfnResource, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { PhaseStack } from '../shared/phase-stack';

/**
 * What serves, as two parameters of the stack: the approved version and whether it also serves in real time. Whoever
 * deploys sends their former values, so that a deployment keeps the model; only `apply-serving-state` sends new ones.
 */
export class ServingState extends Construct {
  /** ARN of the version in service. */
  public readonly version: string;
  private readonly hasModel: CfnCondition;
  private readonly realTimeOn: CfnCondition;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const { initially } = PhaseStack.of(this).lifecycle.config.serving.realTime;
    // Plain strings: the value of a parameter from Parameter Store would move by itself.
    const version = this.parameter('ApprovedModelVersion', {
      default: 'none',
      description: 'ARN of the approved model version in service, or none; set by apply-serving-state only',
    });
    const realTime = this.parameter('RealTime', {
      default: initially,
      allowedValues: ['on', 'parked'],
      description: 'Whether the real-time endpoint runs; set by apply-serving-state only',
    });
    this.version = version.valueAsString;
    this.hasModel = this.condition('HasModel', Fn.conditionNot(Fn.conditionEquals(version, 'none')));
    this.realTimeOn = this.condition('RealTimeOn', Fn.conditionAnd(this.hasModel, Fn.conditionEquals(realTime, 'on')));
  }

  /** Everything in `scope` exists only while a version is in service. */
  public whenModel(scope: Construct): void {
    existsWhen(scope, this.hasModel);
  }

  /** Everything in `scope` exists only while a version serves in real time. */
  public whenRealTime(scope: Construct): void {
    existsWhen(scope, this.realTimeOn);
  }

  private parameter(name: string, props: { default: string; description: string; allowedValues?: string[] }) {
    const parameter = new CfnParameter(this, name, { type: 'String', ...props });
    parameter.overrideLogicalId(name);
    return parameter;
  }

  private condition(name: string, expression: ReturnType<typeof Fn.conditionNot>) {
    const condition = new CfnCondition(this, name, { expression });
    condition.overrideLogicalId(name);
    return condition;
  }
}

function existsWhen(scope: Construct, condition: CfnCondition): void {
  for (const resource of scope.node.findAll().filter(CfnResource.isCfnResource))
    resource.cfnOptions.condition = condition;
}
