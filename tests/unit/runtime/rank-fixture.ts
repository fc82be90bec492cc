/** A pool's entry for the tests: does what its data says and reports what it got. */
import { runRank } from '../../../training/runtime/rank';

export interface FixtureData {
  readonly mode: 'reduce' | 'fail' | 'exit' | 'until-stopped';
  readonly length: number;
}

await runRank<FixtureData, unknown>(({ collective, data, post }) => {
  const { rank } = collective;
  if (data.mode === 'fail' && rank === 1) throw new Error('rank 1 broke');
  if (data.mode === 'exit' && rank === 1) process.exit(3);
  if (data.mode === 'until-stopped') {
    let steps = 0;
    while (!collective.stopAgreed()) {
      steps++;
      if (steps === 1) post('started');
    }
    post(steps);
    return;
  }
  const values = Float32Array.from({ length: data.length }, (_, i) => Math.sin(i * 12.9898 + rank * 78.233));
  const gathered = collective.allGather(values);
  for (let repeat = 0; repeat < 5; repeat++) collective.allReduceMean(values);
  collective.barrier();
  post({ values, gathered });
});
