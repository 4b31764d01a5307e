import {
  CfnDataQualityJobDefinition,
  CfnModelBiasJobDefinition,
  CfnModelExplainabilityJobDefinition,
  CfnModelQualityJobDefinition,
} from 'aws-cdk-lib/aws-sagemaker';
import { Construct } from 'constructs';
import { ANALYZER, CLARIFY } from '../config/container-images';
import type { MonitorJobs } from './monitor-jobs';
import { MonitorSchedule } from './monitor-schedule';
import type { SchedulesState } from './schedules-state';

export interface ModelMonitorsProps {
  readonly state: SchedulesState;
  readonly jobs: MonitorJobs;
}

/** What the analyzer measures it leaves in a file, and SageMaker publishes it. */
const ISOLATED = { enableInterContainerTrafficEncryption: true, enableNetworkIsolation: true } as const;
/** Clarify asks a copy of the model at an endpoint of its own, which an isolated container does not reach. */
const ASKS_THE_MODEL = { ...ISOLATED, enableNetworkIsolation: false } as const;

/**
 * SageMaker Model Monitor's four kinds, each once a day and two hours after the other, all or none of them. Nothing has a
 * name: every change of a definition replaces it, and the schedule goes over to the new one.
 */
export class ModelMonitors extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ModelMonitorsProps,
  ) {
    super(scope, id);
    const definitions = [
      ['DataQuality', this.dataQuality().ref],
      ['ModelQuality', this.modelQuality().ref],
      ['ModelBias', this.bias().ref],
      ['ModelExplainability', this.explainability().ref],
    ] as const;
    for (const [place, [type, definitionArn]] of definitions.entries())
      new MonitorSchedule(this, `${type}Schedule`, { type, definitionArn, hour: 5 + 2 * place });
    props.state.whenOn(this);
  }

  /** Whether captured scores and features still look like those of the validation set. */
  private dataQuality(): CfnDataQualityJobDefinition {
    const { state, jobs } = this.props;
    return new CfnDataQualityJobDefinition(this, 'DataQuality', {
      ...jobs.common,
      dataQualityAppSpecification: jobs.app(ANALYZER),
      networkConfig: ISOLATED,
      dataQualityBaselineConfig: {
        constraintsResource: { s3Uri: state.baseline('constraints.json') },
        statisticsResource: { s3Uri: state.baseline('statistics.json') },
      },
      dataQualityJobInput: { endpointInput: jobs.captured },
      dataQualityJobOutputConfig: jobs.reports,
    });
  }

  /** Whether decisions are still as good as they were on the model's own data. */
  private modelQuality(): CfnModelQualityJobDefinition {
    const { state, jobs } = this.props;
    return new CfnModelQualityJobDefinition(this, 'ModelQuality', {
      ...jobs.common,
      modelQualityAppSpecification: { ...jobs.app(ANALYZER), problemType: 'BinaryClassification' },
      networkConfig: ISOLATED,
      modelQualityBaselineConfig: {
        constraintsResource: { s3Uri: state.baseline('model-quality-constraints.json') },
      },
      modelQualityJobInput: {
        endpointInput: {
          ...jobs.captured,
          ...jobs.outcomesKnown,
          // The first and only column of an answer.
          probabilityAttribute: '0',
          probabilityThresholdAttribute: state.threshold,
        },
        ...jobs.groundTruth,
      },
      modelQualityJobOutputConfig: jobs.reports,
    });
  }

  /** Whether groups are treated more differently than on the test set. */
  private bias(): CfnModelBiasJobDefinition {
    const { state, jobs } = this.props;
    return new CfnModelBiasJobDefinition(this, 'Bias', {
      ...jobs.common,
      modelBiasAppSpecification: { ...jobs.app(CLARIFY), configUri: state.baseline('bias-config.json') },
      networkConfig: ASKS_THE_MODEL,
      modelBiasBaselineConfig: { constraintsResource: { s3Uri: state.baseline('bias-constraints.json') } },
      modelBiasJobInput: {
        endpointInput: {
          ...jobs.captured,
          ...jobs.outcomesKnown,
          // Clarify takes the only number of an answer for the probability.
          probabilityThresholdAttribute: state.threshold,
        },
        ...jobs.groundTruth,
      },
      modelBiasJobOutputConfig: jobs.reports,
    });
  }

  /** Whether the same features move the scores as on the test set. */
  private explainability(): CfnModelExplainabilityJobDefinition {
    const { state, jobs } = this.props;
    return new CfnModelExplainabilityJobDefinition(this, 'Explainability', {
      ...jobs.common,
      modelExplainabilityAppSpecification: { ...jobs.app(CLARIFY), configUri: state.explainabilityConfigUri },
      networkConfig: ASKS_THE_MODEL,
      modelExplainabilityBaselineConfig: {
        constraintsResource: { s3Uri: state.baseline('explainability-constraints.json') },
      },
      modelExplainabilityJobInput: { endpointInput: jobs.captured },
      modelExplainabilityJobOutputConfig: jobs.reports,
    });
  }
}
