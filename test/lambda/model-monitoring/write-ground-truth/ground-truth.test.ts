import { groundTruth } from '../../../../lambda/model-monitoring/write-ground-truth/ground-truth';

const id = (hour: string, number = 1) => `${hour}-00000000-0000-4000-8000-00000000000${number}`;
const outcome = (inferenceId: string, actual: string | undefined, recordedAt = '2026-11-21T10:00:00.000Z') => ({
  inferenceId,
  ...(actual !== undefined && { actual }),
  recordedAt,
});
const lines = (text: string | undefined) =>
  (text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

test('an outcome is written as Model Monitor reads it, in the folder of the prediction’s hour', () => {
  const written = groundTruth([outcome(id('2026112109'), 'yes'), outcome(id('2026100123', 2), 'no')], 'yes');

  expect([...written.keys()]).toEqual(['2026/11/21/09', '2026/10/01/23']);
  expect(written.get('2026/11/21/09')).toBe(
    `{"groundTruthData":{"data":"1","encoding":"CSV"},"eventMetadata":{"eventId":"${id('2026112109')}"},"eventVersion":"0"}\n`,
  );
  expect(lines(written.get('2026/10/01/23'))).toMatchObject([{ groundTruthData: { data: '0' } }]);
});

test('predictions of one hour stand together', () => {
  const written = groundTruth([outcome(id('2026112109', 1), 'yes'), outcome(id('2026112109', 2), 'no')], 'yes');

  expect(lines(written.get('2026/11/21/09')).map(({ eventMetadata }) => eventMetadata.eventId)).toEqual([
    id('2026112109', 1),
    id('2026112109', 2),
  ]);
});

test('told twice, the newest counts in whatever order', () => {
  const early = outcome(id('2026112109'), 'yes', '2026-11-21T10:00:00.000Z');
  const late = outcome(id('2026112109'), 'no', '2026-11-22T10:00:00.000Z');

  for (const outcomes of [
    [early, late],
    [late, early],
  ])
    expect(lines(groundTruth(outcomes, 'yes').get('2026/11/21/09'))).toMatchObject([
      { groundTruthData: { data: '0' } },
    ]);
});

test('feedback says nothing about what happened, and does not take back what was told', () => {
  const told = outcome(id('2026112109'), 'yes');
  const feedback = { ...outcome(id('2026112109'), undefined, '2026-11-23T10:00:00.000Z'), feedback: 5 };

  expect(groundTruth([feedback], 'yes').size).toBe(0);
  expect(lines(groundTruth([told, feedback], 'yes').get('2026/11/21/09'))).toHaveLength(1);
});
