import fc from 'fast-check';

// Where every change is tested, a run has to repeat: red must mean the change. Everywhere else each run tries new values.
if (process.env['CI']) process.env['FC_SEED'] ??= '20261127';
if (process.env['FC_SEED']) fc.configureGlobal({ seed: Number(process.env['FC_SEED']) });
