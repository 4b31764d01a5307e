import { CfnWaitConditionHandle, DefaultStackSynthesizer } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StackId } from '../config/stacks';
import { type Lifecycle, PhaseStack } from './phase-stack';

/**
 * A stack that a state machine updates with its own template and other parameters (`StackUpdate`): nothing in it moves by
 * itself between deployments, and it may be empty. It must hold no role, custom resource, transform, export or output.
 */
export class SteeredStack extends PhaseStack {
  public constructor(scope: Construct, id: string, stack: StackId, lifecycle: Lifecycle) {
    super(scope, id, stack, lifecycle, {
      // The rule would bring a parameter that CloudFormation resolves anew at every update.
      synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
      analyticsReporting: false,
    });
    // Costs nothing and is always there: CloudFormation refuses a stack without resources.
    new CfnWaitConditionHandle(this, 'Always');
  }
}
