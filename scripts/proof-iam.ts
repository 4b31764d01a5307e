import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENVIRONMENTS } from '../lib/config/environments';
import { findingsOf, IamProof } from './proof/iam/iam-report';
import { callsText, figuresText, findingsText, tableText } from './proof/iam/iam-text';
import { readRecord } from './proof/iam/record/read-record';
import { synthesize } from './proof/mutations/synthesize';
import { readAssembly } from './proof/read-assembly';

/** Holds every role against the calls that were recorded and those that services make: enough rights, and no more. */

const USAGE = `npm run proof:iam -- [--role <text>] [--environment <name>] [--assembly <folder>] [--record <folder>]
  --role <text>           only roles whose id holds the text, with every call and the statement that allows it
  --environment <name>    only this one; with --assembly, whose names it bears, default: sandbox
  --assembly <folder>     what cdk synth wrote, such as cdk.out; default: every environment is synthesized
  --record <folder>       what npm test left, default: .local`;
const PROJECT = join(import.meta.dirname, '..');

interface Look {
  readonly folder: string;
  readonly environment: string;
  readonly record: string;
  readonly text: string | undefined;
  /** Whose functions may hold other bundles than ours: handlers are told by those of the local run. */
  readonly isForeign: boolean;
}

/** Prints the roles of a folder that holds an assembly; true when nothing is wrong with them. */
function look({ folder, environment, record, text, isForeign }: Look): boolean {
  const assembly = readAssembly(folder);
  const report = new IamProof(readRecord(record, isForeign ? undefined : assembly), environment).report(assembly);
  const meant = report.roles.filter(({ role }) => role.id.includes(text ?? ''));
  if (text !== undefined && meant.length === 0) throw new Error(`no role is called ${text}`);
  console.log(`\n${environment}\n${tableText(meant)}`);
  if (text !== undefined) for (const each of meant) console.log(callsText(each));
  const findings = findingsOf(report);
  console.log(`${findingsText(findings)}${environment}: ${figuresText(report)}`);
  return findings.length === 0;
}

try {
  const options = {
    role: { type: 'string' },
    environment: { type: 'string' },
    assembly: { type: 'string' },
    record: { type: 'string', default: join(PROJECT, '.local') },
  } as const;
  const { values } = parseArgs({ options });
  const { record, role: text } = values;
  if (values.assembly) {
    const environment = values.environment ?? 'sandbox';
    if (!look({ folder: resolve(values.assembly), environment, record, text, isForeign: true })) process.exitCode = 1;
  } else
    for (const environment of Object.keys(ENVIRONMENTS).filter((each) => each === (values.environment ?? each))) {
      const folder = resolve(await synthesize(environment));
      if (!look({ folder, environment, record, text, isForeign: false })) process.exitCode = 1;
      rmSync(folder, { recursive: true, force: true });
    }
} catch (error) {
  console.error(`proof of roles failed: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 1;
}
