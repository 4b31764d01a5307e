import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackId } from '../../lib/config/stacks';
import { RUNBOOK } from '../../lib/shared/runbook';
import { resources, SYNTHESIZED } from '../synthesized';

const TEXT = readFileSync(join(__dirname, '..', '..', RUNBOOK), 'utf8');
const SECTIONS = new Map(
  TEXT.split(/^## /m)
    .slice(1)
    .map((section) => [anchor(section.slice(0, section.indexOf('\n'))), section]),
);
/** Sections about all entries. */
const GENERAL = ['how-to-use-the-commands'];

/** The anchor that GitHub gives a heading. */
function anchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

const ALARMS = SYNTHESIZED.flatMap(({ environment, templates }) =>
  resources(templates, 'AWS::CloudWatch::Alarm').map(({ logicalId, Properties }) => ({
    alarm: `${environment} ${logicalId}`,
    entry: new RegExp(`${RUNBOOK}#([a-z-]+)$`).exec(JSON.stringify(Properties.AlarmDescription).slice(1, -1))?.[1],
  })),
);

test.each(ALARMS)('the alarm $alarm has an entry that says what it is, how to look and what to do', ({ entry }) => {
  const section = SECTIONS.get(entry ?? '') ?? '';

  expect(section.match(/^### .*/gm)).toEqual(['### Description', '### Investigation', '### Resolution']);
  expect(section.split('### Investigation')[1]).toContain('```sh');
});

test('every entry belongs to an alarm', () => {
  const entries = [...SECTIONS.keys()].filter((each) => !GENERAL.includes(each));

  expect(entries.sort()).toEqual([...new Set(ALARMS.map(({ entry }) => entry))].sort());
});

test('every link within it leads to an entry', () => {
  const targets = [...TEXT.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);

  expect(targets.filter((target) => !SECTIONS.has(target ?? ''))).toEqual([]);
});

/** `$(physical <stack> <type> <beginning of the logical id>)` in its commands. */
const LOOKUPS = [...TEXT.matchAll(/\$\(physical ([a-z-]+) (AWS::\w+::\w+) (\w+)\)/g)].map(
  ([lookup, stack, type, logicalId]) => ({
    lookup,
    stack: stack as StackId,
    type: type ?? '',
    logicalId: logicalId ?? '',
  }),
);

test('no lookup in it is too odd to be checked', () => {
  expect(LOOKUPS).toHaveLength([...TEXT.matchAll(/\$\(physical/g)].length);
});

test.each(LOOKUPS)('$lookup finds one resource', ({ stack, type, logicalId }) => {
  for (const { templates } of SYNTHESIZED) {
    const found = resources(templates, type).filter(
      (each) => each.stack === stack && each.logicalId.startsWith(logicalId),
    );

    expect(found.map((each) => each.logicalId)).toHaveLength(1);
  }
});
