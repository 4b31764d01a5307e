import { resources, SYNTHESIZED } from '../../synthesized';

const HOUR_SECONDS = 3600;

describe.each(SYNTHESIZED)('in $environment', ({ templates }) => {
  /** The time-out of a state machine, in seconds. */
  function timeout(machine: string): number {
    const found = resources(templates, 'AWS::StepFunctions::StateMachine').find(({ logicalId }) =>
      logicalId.startsWith(machine),
    );
    const definition = JSON.stringify(found?.Properties.DefinitionString).replaceAll('\\"', '"');
    return Number(/"TimeoutSeconds":(\d+),"Comment"/.exec(definition)?.[1]);
  }

  /** How long a run waits, in seconds, before it is told to give up. */
  function patience(planner: string): number {
    const found = resources(templates, 'AWS::Lambda::Function').find(({ logicalId }) => logicalId.startsWith(planner));
    return Number(/"PATIENCE_HOURS":"(\d+)"/.exec(JSON.stringify(found?.Properties))?.[1]) * HOUR_SECONDS;
  }

  test('what follows the serving state is cut off later than it gives up by itself', () => {
    expect(timeout('FollowServingState')).toBeGreaterThan(patience('SchedulesPlanSchedules'));
  });

  test('a change of what serves is cut off later than it and its way back give up by themselves', () => {
    expect(timeout('ApplyServingState')).toBeGreaterThan(2 * patience('ApplyServingStateFunctionsDecideServingState'));
  });

  test('parking waits longer than the schedules and the change of what serves may take together', () => {
    expect(timeout('ParkServing')).toBeGreaterThan(patience('SchedulesPlanSchedules') + timeout('ApplyServingState'));
  });
});
