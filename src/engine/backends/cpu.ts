/** The last rung: plain JavaScript, slow and everywhere. */
import '@tensorflow/tfjs-backend-cpu/dist/base';
import './kernels/cpu';
import { NEVER, type OpenBackend, startBackend } from './backend';

export async function openCpu(): Promise<OpenBackend> {
  await startBackend('cpu');
  return { name: 'cpu', activate: () => startBackend('cpu'), compiledPrograms: () => 0, lost: NEVER, close: () => undefined };
}
