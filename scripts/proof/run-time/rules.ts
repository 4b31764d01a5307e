import type { EntryPoint } from './fault';
import { EDGES, EMULATED_EDGES } from './proofs';

/** By rule: the phase whose queue takes what its target could not be given. */
const RULES: Readonly<Record<string, string>> = {
  'DataLake/StreamIntakeEachMorning': 'DataLake',
  'DataPreparation/PrepareDataOnMarker': 'Preparation',
  'Training/StartOnDataPrepared': 'Training',
  'Prediction/ApplyServingStateOnApproved': 'Serving',
  'Prediction/ApplyServingStateOnRejected': 'Serving',
  'ModelMonitoring/MonitorsDriftDaily': 'Monitoring',
  'ModelMonitoring/MonitorsQualityDaily': 'Monitoring',
  'ModelMonitoring/GroundTruthDaily': 'Monitoring',
  'ModelMonitoring/RetrainingOnDrift': 'Monitoring',
  'ModelMonitoring/RetrainingOnQualityDrop': 'Monitoring',
  'ModelMonitoring/RetrainingOnSchedule': 'Monitoring',
  'ModelMonitoring/FollowServingStateOnApplied': 'Monitoring',
  'Governance/TagActivationDaily': 'Governance',
  'Governance/CostReviewWeekly': 'Governance',
  'ModelMonitoring/IdleParkingHourly': 'Monitoring',
};

/** Events of AWS and of the clock, and what hands them on. */
export const EVENT_SOURCES: readonly EntryPoint[] = Object.entries(RULES).map(([at, phase]) => ({
  at,
  type: 'AWS::Events::Rule',
  faults: [
    {
      kinds: ['throttling', 'server error', 'timeout', 'full queue'],
      retriedBy: ['EventBridge'],
      parked: `${at.split('/')[0]}/DeadLetters`,
      alarm: `${phase}DeadLetters`,
      proof: { ...EDGES, ...EMULATED_EDGES },
    },
    { kinds: ['duplicate', 'late', 'reordered', 'truncated'], cannot: 'it hands on what comes: its target bears it' },
    { kinds: ['partial batch'], cannot: 'it hands on one event at a time' },
    { kinds: ['dies half way', 'stack update in progress'], cannot: 'a service of AWS without code or state of ours' },
  ],
}));
