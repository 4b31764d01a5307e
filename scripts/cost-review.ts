import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CostExplorerClient } from '@aws-sdk/client-cost-explorer';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { costReview } from './cost-review/cost-review';
import { reviewOptions } from './cost-review/review-options';
import { reviewPage } from './cost-review/review-page';

/** Says what an environment cost and what it earned, in the account that the shell's credentials belong to. */

try {
  const options = reviewOptions(process.argv.slice(2), new Date().toISOString());
  const { region } = options.config;
  await costReview(options, {
    clients: {
      cloudFormation: new CloudFormationClient({ region }),
      costExplorer: new CostExplorerClient({ region }),
      lambda: new LambdaClient({ region }),
      s3: new S3Client({ region }),
    },
    draw: reviewPage,
    say: console.log,
    write: (file, content) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
  });
} catch (error) {
  console.error(`cost:review failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
