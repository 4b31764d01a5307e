import { decideSchedules, updateParameters } from '../../../../lambda/model-monitoring/plan-schedules/decide-schedules';
import { OFF } from '../schedules-cloud';

const WANTED = { Schedules: 'on', Threshold: '0.25' };
const run = { startedAt: '2026-11-20T10:00:00Z', want: 'follow' as const };
const question = { run, status: 'UPDATE_COMPLETE', current: OFF, wanted: WANTED, whyBack: 'it was refused' };
/** A run whose last step was to update, and what UpdateStack answered. */
const updating = (update: object) => ({
  ...run,
  answer: { step: 'update' as const, reason: '', tried: WANTED },
  update,
});
const OTHERS_TURN = { Error: 'CloudFormation', Cause: 'Stack is in UPDATE_IN_PROGRESS state and can not be updated' };

test('what is wanted and not in force is brought about', () => {
  expect(decideSchedules(question)).toMatchObject({ step: 'update', tried: WANTED });
  expect(decideSchedules({ ...question, current: { ...OFF, ...WANTED } })).toMatchObject({ step: 'nothing' });
});

test('an update that came too late begins anew when the other one is over, however that ended', () => {
  for (const status of ['UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE']) {
    const waiting = decideSchedules({ ...question, status, run: updating(OTHERS_TURN) });
    expect(waiting).toMatchObject({ step: 'wait' });
    const later = decideSchedules({ ...question, status, run: { ...run, answer: waiting, update: OTHERS_TURN } });
    expect(later).toMatchObject({ step: 'update', tried: WANTED });
  }
});

test('an update of another run that went back is no refusal of this run’s', () => {
  const busy = decideSchedules({ ...question, status: 'UPDATE_IN_PROGRESS', run: updating(OTHERS_TURN) });
  expect(busy).toMatchObject({ step: 'wait', tried: undefined });
  const status = 'UPDATE_ROLLBACK_COMPLETE';
  expect(decideSchedules({ ...question, status, run: { ...run, answer: busy } })).toMatchObject({ step: 'update' });
});

test('an update that was taken and went back is a refusal, also after waiting for it', () => {
  const taken = updating({ StackId: 'id' });
  const busy = decideSchedules({ ...question, status: 'UPDATE_ROLLBACK_IN_PROGRESS', run: taken });
  expect(busy).toMatchObject({ step: 'wait', tried: WANTED });
  const status = 'UPDATE_ROLLBACK_COMPLETE';
  for (const answer of [taken.answer, busy])
    expect(decideSchedules({ ...question, status, run: { ...taken, answer } })).toEqual({
      step: 'refused',
      reason: 'it was refused',
    });
});

test('an update that was taken, while something else is wanted by now, is followed by another', () => {
  const current = { ...OFF, ...WANTED };
  const wanted = { ...WANTED, Threshold: '0.75' };
  expect(decideSchedules({ ...question, current, wanted, run: updating({}) })).toMatchObject({
    step: 'update',
    tried: wanted,
  });
});

test('every parameter of the stack is sent, those that nobody wants otherwise with their former value', () => {
  expect(updateParameters({ ...OFF, Later: 'x' }, { Schedules: 'off' })).toEqual([
    { ParameterKey: 'Schedules', ParameterValue: 'off' },
    { ParameterKey: 'BaselineUri', UsePreviousValue: true },
    { ParameterKey: 'ExplainabilityConfigUri', UsePreviousValue: true },
    { ParameterKey: 'Threshold', UsePreviousValue: true },
    { ParameterKey: 'Later', UsePreviousValue: true },
  ]);
});
