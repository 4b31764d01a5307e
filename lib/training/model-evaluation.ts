import { Duration } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { LambdaFunction } from '../shared/lambda-function';
import type { ModelStorage } from './model-storage';

/** Judges a candidate from its scores: threshold, metrics, money, and whether the business goal is met. */
export class ModelEvaluation extends Construct {
  private readonly evaluateModel: LambdaFunction;

  public constructor(scope: Construct, id: string, { models }: { readonly models: ModelStorage }) {
    super(scope, id);
    this.evaluateModel = new LambdaFunction(this, 'EvaluateModel', {
      handler: 'training/evaluate-model',
      description: 'Judges a candidate by metrics and money',
      // A pipeline gives a Lambda step ten minutes.
      timeout: Duration.minutes(9),
      memoryMegabytes: 1024,
    });
    models.grantReadWrite(this.evaluateModel);
  }

  public get functionArn(): string {
    return this.evaluateModel.functionArn;
  }

  public grantInvoke(grantee: IGrantable): void {
    this.evaluateModel.grantInvoke(grantee);
  }
}
