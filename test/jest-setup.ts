// The validation engine starts anew in every test file (1.5–2 s each): strict synth is a test of its own.
process.env.CDK_VALIDATION = 'false';
