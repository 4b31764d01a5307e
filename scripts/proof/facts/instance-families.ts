/** Families of instances by region, `m5` for `ml.m5.large`. */
type Families = Readonly<Record<string, string>>;

/*
 * Which families SageMaker offers where, for each use. From AWS's price list, as cfn-lint 1.58.0 gathers it
 * (`data/schemas/extensions/aws_sagemaker_{hosting,processing,transform}/instancetype_enum.json`, licence MIT-0).
 * It has no list for training: those are offered where any other use is, see `isOffered`.
 */
const ENDPOINT: Families = {
  'af-south-1': 'c5 c5d g4dn inf1 m5 m5d r5 r5d',
  'ap-east-1': 'c5 c5d c6g g4dn g5 inf1 m5 m5d m6g r5 r5d r6g',
  'ap-east-2': 'c6g c6i c7g c7i m6g m6gd m6i m7g m7gd m7i r6g r6i r7g r7i t3',
  'ap-northeast-1':
    'c4 c5 c5d c6g c6gd c6gn c6i c7g c7i g4dn g5 g6 g6e g7e inf1 inf2 m4 m5 m5d m6g m6gd m7i p4d p4de p5 p5en r5 r5d r6g r6gd r7i t2',
  'ap-northeast-2': 'c4 c5 c5d c6g c6i g4dn g5 g6 g6e g7e inf1 m4 m5 m5d m6g p4d r5 r5d r6g t2',
  'ap-northeast-3': 'c5 c5d c6g g4dn g6e m5 m5d r5 r5d t3',
  'ap-south-1':
    'c4 c5 c5d c6g c6gd c6gn c6i c7g c8g g4dn g5 g6 g6e inf1 inf2 m4 m5 m5d m6g m6gd p4d p5 p5en p6-b200 r5 r5d r6g r6gd t2',
  'ap-south-2': 'c5 c5d c6g m5 m5d m6g m6gd r5 r5d r6g',
  'ap-southeast-1': 'c4 c5 c5d c6g c6gd c6gn c6i c7g g4dn g5 inf1 inf2 m4 m5 m5d m6g m6gd p4d r5 r5d r6g r6gd t2',
  'ap-southeast-2': 'c4 c5 c5d c6g c6gd c6gn c6i g4dn g5 g6 inf1 inf2 m4 m5 m5d m6g m6gd p4d p5 r5 r5d r6g r6gd t2',
  'ap-southeast-3': 'c5 c5d g5 m5 m5d p5en r5 r5d',
  'ap-southeast-4': 'c5 c5d c6g m5 m5d m6g m6gd r5 r5d r6g',
  'ap-southeast-5': 'c6g c6gn c6i g6 m6g m6gd m6i r6g r6i',
  'ap-southeast-6': 'c6g c6gn c6i c7g c7i m6g m6gd m6i m7i r6g r6i r7gd r7i',
  'ap-southeast-7': 'c6g c6gn c6i c7g c7i m6g m6gd m6i m7i r6g r6i r7i',
  'ca-central-1': 'c4 c5 c5d c6g c6i g4dn g5 g6 inf1 m4 m5 m5d m6g p4d p5 r5 r5d r6g t2',
  'ca-west-1': 'c5 c6g c6gn c6i m5 m5d m6g m6gd r5 r6g',
  'cn-north-1': 'c4 c5 c5d g4dn g5 m4 m5 m5d r5 r5d t2',
  'cn-northwest-1': 'c4 c5 c5d g4dn inf1 m4 m5 m5d r5 r5d t2',
  'eu-central-1':
    'c4 c5 c5d c6g c6gd c6gn c7g c8g g4dn g5 g6 g6e g7 g7e inf1 inf2 m4 m5 m5d m6g m6gd p4d p4de r5 r5d r6g r6gd t2',
  'eu-central-2': 'c5 c5d c6g g6 m5 m5d m6g m6gd r5 r5d r6g',
  'eu-north-1': 'c5 c5d c6g c7g c7i c8g g4dn g5 g6 g7 inf1 inf2 m5 m5d m6g m7i p5en r5 r5d r6g r7i',
  'eu-south-1': 'c5 c5d c6g g4dn inf1 m5 m5d m6g r5 r5d r6g',
  'eu-south-2': 'c5 c5d c6g c7i c8g g6 g6e g7 g7e inf2 m5 m5d m6g m6gd m7i p5en r5 r5d r6g r7i',
  'eu-west-1':
    'c4 c5 c5d c6g c6gd c6gn c6i c7g c7i c8g g4dn g5 g6 inf1 inf2 m4 m5 m5d m6g m6gd m7i p4d r5 r5d r6g r6gd r7i t2',
  'eu-west-2': 'c4 c5 c5d c6g c6i g4dn g5 g6 g7e inf1 inf2 m4 m5 m5d m6g p4d p5 r5 r5d r6g t2',
  'eu-west-3': 'c5 c5d c6g c6i g4dn g6 inf1 inf2 m5 m5d m6g r5 r5d r6g t2',
  'il-central-1': 'c5 c5d c6g c6gn c6i g5 m5 m5d m6g m6gd r5 r5d r6g',
  'me-central-1': 'c5 c5d g5 m5 m5d m6g m6gd r5 r5d r6g',
  'me-south-1': 'c5 c5d c6g g4dn inf1 m5 m5d m6g r5 r5d',
  'mx-central-1': 'c6g c6gn c6i c7g c7i m6g m6gd m6i m7i r6g r6i r7i',
  'sa-east-1': 'c4 c5 c5d c6g c6i g4dn g5 g6 inf1 inf2 m4 m5 m5d m6g p4d p5 r5 r5d r6g t2',
  'us-east-1':
    'c4 c5 c5d c6g c6gd c6gn c6i c7g c7i c8g g4dn g5 g6 g6e g7 g7e inf1 inf2 m4 m5 m5d m6g m6gd m7i p4d p4de p5 p5en p6-b200 p6-b300 r5 r5d r6g r6gd r7i r8g t2 trn1 trn1n',
  'us-east-2':
    'c4 c5 c5d c6g c6gd c6gn c6i c7g c7i c8g g4dn g5 g6 g6e g7 g7e inf1 inf2 m4 m5 m5d m6g m6gd m7i p4d p5 p5en r5 r5d r6g r6gd r7i r8g t2 trn1n',
  'us-gov-east-1': 'c5 c5d c6g c6i g4dn g6 inf1 m5 m5d m6g p6-b200 p6-b300 r5 r5d r6g',
  'us-gov-west-1': 'c4 c5 c5d c6i g4dn g6 inf1 m4 m5 m5d p4d p6-b200 r5 r5d t2',
  'us-west-1': 'c4 c5 c5d c6g c6gd c6gn c6i g4dn inf1 m4 m5 m5d m6g m6gd p5en r5 r5d r6g r6gd t2',
  'us-west-2':
    'c4 c5 c5d c6g c6gd c6gn c6i c7g c7i c8g g4dn g5 g6 g6e g7 g7e inf1 inf2 m4 m5 m5d m6g m6gd m7i p4d p4de p5 p5en p6-b300 r5 r5d r6g r6gd r7i r8g t2 trn1',
};

const PROCESSING: Families = {
  'af-south-1': 'c5 c6i c8i g4dn m5 m6i m8i r5 r5d r8i t3',
  'ap-east-1': 'c5 c6i g4dn g5 m5 m6i r5 r5d t3',
  'ap-east-2': 't3',
  'ap-northeast-1': 'c4 c5 c6i c7i c8i g4dn g5 g6 g6e g7e m4 m5 m6i m7i m8i p5 r5 r5d r7i r8i t3',
  'ap-northeast-2': 'c4 c5 c6i c7i c8i g4dn g5 g6 g6e m4 m5 m6i m7i m8i p5 p6-b300 r5 r5d r7i r8i t3',
  'ap-northeast-3': 'c4 c5 c6i g6e m4 m5 m6i r5 r5d r7i t3',
  'ap-south-1': 'c4 c5 c6i c7i c8i g4dn g5 g6 g6e g7e m4 m5 m6i m7i m8i p5 r5 r5d r7i r8i t3',
  'ap-south-2': 'c5 c6i c8i g6 g6e m5 m6i m8i p6-b300 r5 r5d r8i t3',
  'ap-southeast-1': 'c4 c5 c6i c7i c8i g4dn m4 m5 m6i m7i m8i r5 r5d r7i r8i t3',
  'ap-southeast-2': 'c4 c5 c6i c7i c8i g4dn g5 g6 m4 m5 m6i m7i m8i r5 r5d r7i r8i t3',
  'ap-southeast-3': 'c5 g5 m5 m6i m7i p5 r5 r5d r7i t3',
  'ap-southeast-4': 'c5 m5 m7i r5 r5d r7i t3',
  'ap-southeast-5': 'c6i c7i c8i g6 m6i m7i m8i r7i r8i t3',
  'ap-southeast-6': 'c6i c7i c8i m6i m7i m8i r7i r8i t3',
  'ap-southeast-7': 'c6i c7i m6i m7i r7i t3',
  'ca-central-1': 'c4 c5 c6i c7i c8i g4dn g5 g6 m4 m5 m6i m7i m8i p5 r5 r5d r7i r8i t3',
  'ca-west-1': 'c5 c6i m5 m6i r5 r8i t3',
  'cn-north-1': 'c4 c5 g4dn g5 m4 m5 r5 r5d t3',
  'cn-northwest-1': 'c4 c5 g5 m4 m5 r5 r5d t3',
  'eu-central-1': 'c4 c5 c6i c7i c8i g4dn g5 g6 g6e g7e m4 m5 m6i m7i m8i r5 r5d r7i r8i t3',
  'eu-central-2': 'c5 g6 m5 m6i r5 r5d r8i t3',
  'eu-north-1': 'c5 c6i c7i c8i g4dn g5 g6 g6e g7e m5 m6i m7i p5 r5 r5d r7i r8i t3',
  'eu-south-1': 'c5 c6i g4dn m5 m6i r5 r5d r7i r8i t3',
  'eu-south-2': 'c5 c7i c8i g5 g6 g6e g7 g7e m5 m7i m8i r5 r5d r7i r8i t3',
  'eu-west-1': 'c4 c5 c6i c7i c8i g4dn g5 m4 m5 m6i m7i m8i r5 r5d r7i r8i t3',
  'eu-west-2': 'c4 c5 c6i c7i c8i g4dn g5 g6 g7e m4 m5 m6i m7i m8i p5 r5 r5d r7i r8i t3',
  'eu-west-3': 'c5 c6i c7i c8i g4dn g5 m5 m6i m7i m8i r5 r5d r7i r8i t3',
  'il-central-1': 'c5 g5 m5 r5 r5d r8i t3',
  'me-central-1': 'c5 g5 g6 g6e m5 m6i r5 r5d t3',
  'me-south-1': 'c5 g4dn m5 r5 r5d',
  'mx-central-1': 'c6i c7i m6i m7i r7i t3',
  'sa-east-1': 'c4 c5 c6i c7i c8i g4dn g5 g6 m4 m5 m6i m7i m8i p5 p6-b300 r5 r5d r7i r8i t3',
  'us-east-1': 'c4 c5 c6i c7i c8i g4dn g5 g6 g6e g7 m4 m5 m6i m7i m8i r5 r5d r7i r8i t3',
  'us-east-2': 'c4 c5 c6i c7i c8i g4dn g5 g6 g6e g7 m4 m5 m6i m7i m8i r5 r5d r7i r8i t3',
  'us-gov-east-1': 'c5 c6i c7i g4dn g6 m5 m6i m7i m8i p6-b200 p6-b300 r5 r5d r7i r8i t3',
  'us-gov-west-1': 'c4 c5 c6i c7i g4dn g6 m4 m5 m6i m7i m8i p5 p6-b200 r5 r5d r7i r8i t3',
  'us-west-1': 'c4 c5 c6i c7i c8i g4dn m4 m5 m6i m7i m8i p5 r5 r5d r6i r7i r8i t3',
  'us-west-2': 'c4 c5 c6i c7i c8i g4dn g5 g6 g6e g7 m4 m5 m6i m7i m8i r5 r5d r6i r7i r8i t3',
};

const TRANSFORM: Families = {
  'af-south-1': 'c5 c6i g4dn m5 m6i r6i',
  'ap-east-1': 'c5 c6i g4dn m5 m6i r6i',
  'ap-northeast-1': 'c4 c5 c6i c7i g4dn g5 g6 g6f m4 m5 m6i m7i r6i r7i',
  'ap-northeast-2': 'c4 c5 c6i c7i g4dn g5 g6 g6f m4 m5 m6i m7i r6i r7i',
  'ap-northeast-3': 'c4 c5 c6i m4 m5 m6i r5 r6i t3',
  'ap-south-1': 'c4 c5 c6i c7i g4dn g5 g6 g6e g6f m4 m5 m6i m7i r6i r7i',
  'ap-south-2': 'c5 c6i g6e m5 m6i r6i',
  'ap-southeast-1': 'c4 c5 c6i c7i g4dn m4 m5 m6i m7i r6i r7i',
  'ap-southeast-2': 'c4 c5 c6i c7i g4dn g5 g6 g6f m4 m5 m6i m7i r6i r7i',
  'ap-southeast-3': 'c5 g5 m5 m6i r7i',
  'ap-southeast-4': 'c5 m5',
  'ap-southeast-5': 'c6i m6i r6i',
  'ap-southeast-7': 'c6i c7i m6i m7i r6i r7i',
  'ca-central-1': 'c4 c5 c6i c7i g4dn g5 g6 g6f m4 m5 m6i m7i r6i r7i',
  'ca-west-1': 'c5 c6i m5 m6i r6i',
  'cn-north-1': 'c4 c5 c6i m4 m5 m6i r6i',
  'cn-northwest-1': 'c4 c5 c6i m4 m5 m6i r6i',
  'eu-central-1': 'c4 c5 c6i c7i g4dn g5 g6 g6f m4 m5 m6i m7i r6i r7i',
  'eu-central-2': 'c5 g6 m5 m6i r6i',
  'eu-north-1': 'c5 c6i c7i g4dn g5 g6 g6f m5 m6i m7i r6i r7i',
  'eu-south-1': 'c5 c6i g4dn m5 m6i r6i',
  'eu-south-2': 'c5 c7i g6 g6f m5 m7i r7i',
  'eu-west-1': 'c4 c5 c6i c7i g4dn g5 m4 m5 m6i m7i r6i r7i',
  'eu-west-2': 'c4 c5 c6i c7i g4dn g5 g6 g6f m4 m5 m6i m7i r6i r7i',
  'eu-west-3': 'c5 c6i g4dn g6 m5 m6i m7i r6i',
  'il-central-1': 'c5 c6i g5 m5 m6i r6i',
  'me-central-1': 'c5 g5 g6 m5 m6i r6i',
  'me-south-1': 'c5 c6i g4dn m5 m6i r6i',
  'mx-central-1': 'c6i c7i m6i m7i r6i r7i',
  'sa-east-1': 'c4 c5 c6i c7i g4dn g5 g6 g6f m4 m5 m6i m7i r6i r7i',
  'us-east-1': 'c4 c5 c6i c7i g4dn g5 g6 g6e g6f m4 m5 m6i m7i r6i r7i',
  'us-east-2': 'c4 c5 c6i c7i g4dn g5 g6 g6e g6f m4 m5 m6i m7i r6i r7i',
  'us-gov-east-1': 'c5 c6i g4dn m5 m6i r6i',
  'us-gov-west-1': 'c4 c5 c6i g4dn m4 m5 m6i r6i',
  'us-west-1': 'c4 c5 c6i c7i g4dn m4 m5 m6i m7i r6i r7i',
  'us-west-2': 'c4 c5 c6i c7i g4dn g5 g6 g6e g6f m4 m5 m6i m7i r6i r7i',
};

export type Use = 'endpoint' | 'processing' | 'training' | 'transform';

const OFFERED: Readonly<Record<Use, readonly Families[]>> = {
  endpoint: [ENDPOINT],
  processing: [PROCESSING],
  training: [PROCESSING, TRANSFORM, ENDPOINT],
  transform: [TRANSFORM],
};

/** Whether a family is offered in a region for some use; true for a region that the lists do not know. */
export function isOffered(family: string, use: Use, region: string): boolean {
  const lists = OFFERED[use].flatMap((families) => families[region] ?? []);
  return !(region in ENDPOINT) || lists.some((list) => list.split(' ').includes(family));
}
