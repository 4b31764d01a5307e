import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { handlerBundles } from '../../../lib/config/bundle-handlers';
import { curatedColumns } from '../../../lib/config/curated-columns';
import { PYTHON } from '../../../scripts/local/python-environment';
import { DATASETS } from '../../datasets';

const JOBS = join(__dirname, '..', '..', '..', 'scripts', 'jobs', 'preparation');
const ASK = 'import json, sys, lake; print(json.dumps(lake.curated_types(json.load(open(sys.argv[1])))))';

test.each(DATASETS.map((dataset) => [dataset.name, dataset] as const))(
  'the Glue table of %s has the columns that the curate job writes, in that order',
  (_name, dataset) => {
    const { datasetFile } = handlerBundles(dataset);
    const written = JSON.parse(execFileSync(PYTHON, ['-c', ASK, datasetFile], { cwd: JOBS }).toString());
    expect(curatedColumns(dataset)).toEqual(Object.entries(written).map(([name, type]) => ({ name, type })));
  },
);
