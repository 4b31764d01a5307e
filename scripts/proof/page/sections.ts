import { SUBJECTS } from '../checks';
import type { UnusedWithReason } from '../iam/unused-with-reason';
import type { Waiver } from '../judge';
import { type KeptClass, sumOf } from '../mutations/kept-score';
import type { RunTimeFigures } from '../run-time/figures';
import { list, percent, section, table } from './markdown';
import { ONLY_AN_ACCOUNT } from './only-an-account';

/** Which command proves what. */
export function commands(): string {
  return section(
    'What runs',
    table(
      ['command', 'proves', 'when'],
      [
        [
          '`npm run proof`',
          'strict synth; every rule below; rights of every role; no data lost since the release',
          'in `npm test`, after the local run',
        ],
        [
          '`npm run test:proof`',
          'that each rule finds what it is for: faults seeded into our own templates, one at a time',
          'in `npm test`',
        ],
        ['`npm run proof:iam`', 'the same about roles, as tables: calls, statements, what is unused', 'by hand'],
        [
          '`npm run proof:mutations`',
          'how many of the seeded faults are caught, by class',
          'by hand, and in `proof:full`',
        ],
        [
          '`npm run proof:fuzz`',
          'that bad input is answered, refused and forgotten',
          'a little of it in `npm test`, all of it in `proof:full`',
        ],
        [
          '`npm run proof:diff`',
          'that nothing that holds data would be replaced or deleted since the release',
          'in `proof`',
        ],
        ['`npm run proof:full`', 'all of it, with figures', 'before a release'],
        [
          '`npm run preflight`',
          'what of an account would stop the first deploy or the first pass',
          'by hand, with credentials',
        ],
      ],
    ),
    'Rules over templates also take a folder of yours: `npm run proof -- --assembly <cdk.out>`.',
  );
}

/** Every rule, by what it looks at. */
export function rules(): string {
  const count = SUBJECTS.reduce((sum, { checks }) => sum + checks.length, 0);
  return section(
    `The ${count} rules over templates`,
    ...SUBJECTS.flatMap(({ title, checks }) => [
      `### ${title}`,
      table(
        ['check', 'rule'],
        checks.map(({ id, rule }) => [`\`${id}\``, rule]),
      ),
    ]),
  );
}

/** Findings that we live with, and why. */
export function waived(waivers: readonly Waiver[]): string {
  const rows = waivers.map(({ check, resource, environments, reason }) => [
    `\`${check}\``,
    `\`${resource}\``,
    environments.join(', '),
    reason,
  ]);
  return section(
    'Findings that we live with',
    'One that nothing needs any more fails the proof.',
    table(['check', 'resource', 'environments', 'reason'], rows),
  );
}

/** How roles are proven, and what they keep unused. */
export function rights(unused: readonly UnusedWithReason[]): string {
  const reasons = [...new Set(unused.map(({ reason }) => reason))];
  return section(
    'Rights',
    "Calls come from three sources: IAM's decisions in the local run, which enforces roles; the calls that handlers make in their tests, whose names are made up and so prove actions only; and what AWS services do with a role they are given, by their documentation.",
    list([
      'Sufficient: every call of a role is allowed by its statements.',
      'Minimal: every statement, action and resource is needed by some call, or stands in the list of those unused with a reason.',
      'No statement to spare: without any one Allow, some call would be refused; each Deny is what refuses a request that must be refused.',
    ]),
    'Unused, for these reasons:',
    list(reasons),
  );
}

/** What the last runs of seeded faults found. */
export function faults(classes: readonly KeptClass[]): string {
  const all = sumOf(classes);
  const row = ({ name, caught, seeded }: typeof all) => [name, String(caught), String(seeded), percent(caught, seeded)];
  const told = classes.flatMap(({ name, survivors }) =>
    survivors.map(({ id, title, reason }) => [`\`${name}/${id}\``, title, reason ?? '']),
  );
  return section(
    'Seeded faults',
    `${all.caught} of ${all.seeded} are caught, ${percent(all.caught, all.seeded)}; as \`npm run proof:mutations -- --keep\` printed.`,
    table(['class', 'caught', 'seeded', ''], [...classes, all].map(row)),
    ...(told.length === 0 ? [] : ['Survivors:', table(['fault', 'what is wrong', 'why nothing finds it'], told)]),
  );
}

/** Faults at run time, by kind. */
export function atRunTime(figures: readonly RunTimeFigures[]): string {
  return section(
    'Faults at run time',
    'Each entry point (function, state machine, job, pipeline, stream, API, rule) times each kind: who tries again, where it waits, which alarm rings, and the test that shows it stand in `scripts/proof/run-time`.',
    table(
      ['kind', 'entry points', 'tested', 'cannot happen', 'open'],
      figures.map(({ kind, cells, tested, notApplicable, open }) => [
        kind,
        ...[cells, tested, notApplicable, open].map(String),
      ]),
    ),
  );
}

export function unproven(): string {
  return section('What only an account can prove', table(['what', 'what there is instead'], ONLY_AN_ACCOUNT));
}
