/** Layer normalisation row by row, each row staying in the first-level cache. Rows are a multiple of 4 floats. */
import { advance, type Code, defineFunction, f32, f32x4, i32, type Variable, v128, whileBelow } from './assembler';
import { VECTOR_BYTES } from './tiles';

const laneSum = ({ get }: Variable): Code =>
  f32.add(f32.add(f32x4.lane(get, 0), f32x4.lane(get, 1)), f32.add(f32x4.lane(get, 2), f32x4.lane(get, 3)));
const zero = f32x4.splat(f32.zero);

/** y = (x − μ)/σ · gain + bias; keeps μ and 1/σ of each row at `statistics`. `constants` points at 1/width and ε. */
export const layerNormForward = defineFunction(
  'layerNormForward',
  ['x', 'gain', 'bias', 'y', 'statistics', 'rows', 'rowBytes', 'constants'],
  ({ x, gain, bias, y, statistics, rows, rowBytes, constants }, local) => {
    const [row, at] = [local('i32'), local('i32')];
    const [sum, mean, scale, centred] = [local('v128'), local('v128'), local('v128'), local('v128')];
    const share = f32.load(constants.get);
    const overRow = (body: Code): Code => [
      at.set(i32.constant(0)),
      whileBelow(at, rowBytes.get, [body, advance(at, i32.constant(VECTOR_BYTES))]),
    ];
    const load = (base: Variable): Code => v128.load(i32.add(base.get, at.get));
    return whileBelow(row, rows.get, [
      sum.set(zero),
      overRow(sum.set(f32x4.add(sum.get, load(x)))),
      mean.set(f32x4.splat(f32.mul(laneSum(sum), share))),
      sum.set(zero),
      overRow([centred.set(f32x4.sub(load(x), mean.get)), sum.set(f32x4.add(sum.get, f32x4.mul(centred.get, centred.get)))]),
      scale.set(f32x4.splat(f32.div(f32.one, f32.sqrt(f32.add(f32.mul(laneSum(sum), share), f32.load(constants.get, 4)))))),
      f32.store(statistics.get, f32x4.lane(mean.get, 0)),
      f32.store(statistics.get, f32x4.lane(scale.get, 0), 4),
      overRow(
        v128.store(
          i32.add(y.get, at.get),
          f32x4.add(f32x4.mul(f32x4.mul(f32x4.sub(load(x), mean.get), scale.get), load(gain)), load(bias)),
        ),
      ),
      advance(x, rowBytes.get),
      advance(y, rowBytes.get),
      advance(statistics, i32.constant(8)),
      advance(row, i32.constant(1)),
    ]);
  },
);

/** dx of each row; adds to the sums for gain and bias at `dGain` and `dBias`. `constants` points at 1/width. */
export const layerNormBackward = defineFunction(
  'layerNormBackward',
  ['dy', 'x', 'gain', 'statistics', 'dx', 'dGain', 'dBias', 'rows', 'rowBytes', 'constants'],
  ({ dy, x, gain, statistics, dx, dGain, dBias, rows, rowBytes, constants }, local) => {
    const [row, at] = [local('i32'), local('i32')];
    const [mean, scale, slope, unit, scaled, sum, product] = [
      local('v128'),
      local('v128'),
      local('v128'),
      local('v128'),
      local('v128'),
      local('v128'),
      local('v128'),
    ];
    const address = (base: Variable): Code => i32.add(base.get, at.get);
    const load = (base: Variable): Code => v128.load(address(base));
    const overRow = (body: Code): Code => [
      at.set(i32.constant(0)),
      whileBelow(at, rowBytes.get, [body, advance(at, i32.constant(VECTOR_BYTES))]),
    ];
    const read: Code = [
      slope.set(load(dy)),
      unit.set(f32x4.mul(f32x4.sub(load(x), mean.get), scale.get)),
      scaled.set(f32x4.mul(slope.get, load(gain))),
    ];
    const average = (total: Variable): Code => total.set(f32x4.splat(f32.mul(laneSum(total), f32.load(constants.get))));
    return whileBelow(row, rows.get, [
      mean.set(v128.loadSplat(statistics.get)),
      scale.set(v128.loadSplat(statistics.get, 4)),
      sum.set(zero),
      product.set(zero),
      overRow([
        read,
        v128.store(address(dBias), f32x4.add(load(dBias), slope.get)),
        v128.store(address(dGain), f32x4.add(load(dGain), f32x4.mul(slope.get, unit.get))),
        sum.set(f32x4.add(sum.get, scaled.get)),
        product.set(f32x4.add(product.get, f32x4.mul(scaled.get, unit.get))),
      ]),
      average(sum),
      average(product),
      overRow([
        read,
        v128.store(
          address(dx),
          f32x4.mul(scale.get, f32x4.sub(f32x4.sub(scaled.get, sum.get), f32x4.mul(unit.get, product.get))),
        ),
      ]),
      [dy, x, dx].map((pointer) => advance(pointer, rowBytes.get)),
      advance(statistics, i32.constant(8)),
      advance(row, i32.constant(1)),
    ]);
  },
);
