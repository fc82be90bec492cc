/** First module of every worker: a thread starts as plain JavaScript, so it brings its own TypeScript loader. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
