/** A question for each lab, by the lab's id, to be answered before looking. */
import { borneOut, excess } from './bear-out';
import type { Prediction } from './prediction';

export const PREDICTIONS: readonly Prediction[] = [
  {
    id: 'compare',
    question: {
      zh: '图由 token 重新画出，每个 token 指向码本里的一个码字。码字从 512 个减到 16 个，在没见过的概念的画上，与原图的接近程度（PSNR）平均会降多少？',
      en: 'Pictures are redrawn from tokens, each naming one entry of a codebook. With 16 entries instead of 512, how far does closeness to the original (PSNR) fall, averaged over unseen concepts?',
    },
    options: [
      { id: 'little', text: { zh: '不到 1 dB', en: 'Less than 1 dB' } },
      { id: 'some', text: { zh: '1 到 4 dB', en: '1 to 4 dB' } },
      { id: 'much', text: { zh: '4 dB 以上', en: 'More than 4 dB' } },
    ],
    answer: {
      zh: '没见过的概念的画，平均起来，512 个码字重建到 {{summary:psnr.16.512.heldOut}}，16 个重建到 {{summary:psnr.16.16.heldOut}}。单看一张图，降幅可能更大，也可能更小。理解一侧的嵌入不经过码本，纹丝不动。',
      en: 'Drawings of concepts never seen come back at {{summary:psnr.16.512.heldOut}} on average with 512 entries, and at {{summary:psnr.16.16.heldOut}} with 16. A single picture may fall by more than that, or by less. The embedding, on the side of understanding, passes through no codebook and does not move.',
    },
    right: (value) =>
      borneOut(excess(value('summary:psnr.16.512.heldOut'), value('summary:psnr.16.16.heldOut')), [
        ['little', 1],
        ['some', 4],
        ['much', Number.POSITIVE_INFINITY],
      ]),
  },
  {
    id: 'survives',
    question: {
      zh: '把图片平移两个像素，画的还是那样东西。哪一种编码变得多？',
      en: 'Shift the image by two pixels, and it shows the same thing as before. Which code changes more?',
    },
    options: [
      { id: 'embedding', text: { zh: '嵌入', en: 'The embedding' } },
      { id: 'alike', text: { zh: '差不多', en: 'Both alike' } },
      { id: 'tokens', text: { zh: 'token', en: 'The tokens' } },
    ],
    answer: {
      zh: '平移两个像素，{{e7:shift.2.distance.tokens16}} 的格子换了 token。就算换成一张不相干的图，也总有些格子的 token 碰巧相同；以那时的变化为 100%，平移使 token 变了 {{e7:shift.2.wayThere.tokens16}}，嵌入变了 {{e7:shift.2.wayThere.embedding}}（编码器若未经训练，则为 {{e7:shift.2.wayThere.untrained}}）。',
      en: 'A shift by two pixels gives {{e7:shift.2.distance.tokens16}} of the cells another token. Even an unrelated image would leave some cells as they were, by coincidence; if what it changes counts as 100%, the shift changes the tokens by {{e7:shift.2.wayThere.tokens16}} and the embedding by {{e7:shift.2.wayThere.embedding}} (an untrained encoder’s by {{e7:shift.2.wayThere.untrained}}).',
    },
    right: (value) =>
      borneOut(excess(value('e7:shift.2.wayThere.tokens16'), value('e7:shift.2.wayThere.embedding')), [
        ['embedding', -5],
        ['alike', 5],
        ['tokens', Number.POSITIVE_INFINITY],
      ]),
  },
  {
    id: 'swap',
    question: {
      zh: '只给解码器理解编码器汇成的那一个向量，它能把图画成什么样？',
      en: 'Give a decoder nothing but the one vector that the understanding encoder pools. What can it draw?',
    },
    options: [
      { id: 'nothing', text: { zh: '认不出是什么的一团', en: 'A blot that nobody recognises' } },
      { id: 'kind', text: { zh: '模糊的一片，类别有时认得出', en: 'A blur, whose group can sometimes be told' } },
      { id: 'same', text: { zh: '和从 token 画的一样好', en: 'As good a picture as from tokens' } },
    ],
    answer: {
      zh: '同样的解码器，从向量画到 {{two-by-two:pooled.draw.psnr}}，从 8×8 个 token 画到 {{two-by-two:tokens.draw.psnr}}，只交一张平均图是 {{two-by-two:chance.draw.psnr}}。请一个与两边都无关的分类器，看画出的图认类别（表情的九大类）：从向量画的认对 {{two-by-two:pooled.draw.group}}，从 token 画的 {{two-by-two:tokens.draw.group}}，从未经训练的编码器的向量画的 {{two-by-two:random-pooled.draw.group}}，不看图、一律猜最大的一类 {{two-by-two:chance.draw.group}}。',
      en: 'The same decoder reaches {{two-by-two:pooled.draw.psnr}} from the vector and {{two-by-two:tokens.draw.psnr}} from 8×8 tokens; the mean picture alone has {{two-by-two:chance.draw.psnr}}. A classifier that knows neither encoder names the group, one of nine, of {{two-by-two:pooled.draw.group}} of the drawings made from the vector, {{two-by-two:tokens.draw.group}} of those from tokens, and {{two-by-two:random-pooled.draw.group}} of those from an untrained encoder’s vector; always to name the largest group, without looking, is right in {{two-by-two:chance.draw.group}}.',
    },
    right: (value) => {
      const lost = excess(value('two-by-two:tokens.draw.psnr'), value('two-by-two:pooled.draw.psnr'));
      const recognised = excess(value('two-by-two:pooled.draw.group'), value('two-by-two:chance.draw.group'));
      if (lost === undefined || recognised === undefined) return [];
      if (lost < 1) return ['same'];
      return borneOut(recognised, [
        ['nothing', 5],
        ['kind', Number.POSITIVE_INFINITY],
      ]);
    },
  },
  {
    id: 'find',
    question: {
      zh: '给一张没见过的概念的画，去找另一位画师画的同一样东西。按向量找，比逐个像素比对强多少？',
      en: 'Given a drawing of a concept never seen, find the same thing by another artist. How much better does the embedding do than comparing pixels?',
    },
    options: [
      { id: 'not', text: { zh: '并不更强', en: 'No better' } },
      { id: 'some', text: { zh: '强一些，最多多对 20 个百分点', en: 'Somewhat better, by up to 20 points' } },
      { id: 'far', text: { zh: '强得多，超过 20 个百分点', en: 'Far better, by more than 20 points' } },
    ],
    answer: {
      zh: '第一个就找对的：按向量 {{summary:retrieval.heldOutConcepts.r1}}，按像素 {{summary:retrieval.heldOutConcepts.pixels.r1}}，随便指一个 {{summary:retrieval.heldOutConcepts.chance.r1}}。',
      en: 'The first answer is right in {{summary:retrieval.heldOutConcepts.r1}} of cases by the embedding, in {{summary:retrieval.heldOutConcepts.pixels.r1}} by pixels, in {{summary:retrieval.heldOutConcepts.chance.r1}} by guessing.',
    },
    right: (value) =>
      borneOut(excess(value('summary:retrieval.heldOutConcepts.r1'), value('summary:retrieval.heldOutConcepts.pixels.r1')), [
        ['not', 0],
        ['some', 20],
        ['far', Number.POSITIVE_INFINITY],
      ]),
  },
  {
    id: 'paint',
    question: {
      zh: '随机换掉一个 token，再解码。像素的变化（按差的平方计）有多少落在它自己那一格里？',
      en: 'Replace one token at random and decode. How much of the squared change in the pixels falls into its own cell?',
    },
    options: [
      { id: 'less', text: { zh: '不到一半', en: 'Less than half' } },
      { id: 'most', text: { zh: '大半，也漏到邻格', en: 'Most, with some in the cells around it' } },
      { id: 'all', text: { zh: '九成以上', en: 'Nine tenths or more' } },
    ],
    answer: {
      zh: '16×16 格上，{{e8:flips.16.any.own}} 落在格内；若均匀散在整张图上，只会有 {{e8:flips.16.any.even}}。',
      en: 'On 16×16 cells, {{e8:flips.16.any.own}} falls into the cell; spread evenly over the image it would be {{e8:flips.16.any.even}}.',
    },
    right: (value) =>
      borneOut(value('e8:flips.16.any.own'), [
        ['less', 50],
        ['most', 90],
        ['all', Number.POSITIVE_INFINITY],
      ]),
  },
  {
    id: 'inside',
    question: {
      zh: '同一个理解编码器，汇成一个向量之前有一张图块网格。从网格画回来，比从向量画回来好多少？',
      en: 'Before the understanding encoder pools, it has a grid of patches. How much better can a decoder draw from that grid than from the pooled vector?',
    },
    options: [
      { id: 'little', text: { zh: '几乎一样，不到 1 dB', en: 'Hardly at all, less than 1 dB' } },
      { id: 'some', text: { zh: '好一些，1 到 4 dB', en: 'Somewhat better, by 1 to 4 dB' } },
      { id: 'much', text: { zh: '好得多，4 dB 以上', en: 'Far better, by more than 4 dB' } },
    ],
    answer: {
      zh: '从网格画到 {{two-by-two:grid.draw.psnr}}，从向量画到 {{two-by-two:pooled.draw.psnr}}；编码器若从未训练，从它的网格画到 {{two-by-two:random-grid.draw.psnr}}。',
      en: '{{two-by-two:grid.draw.psnr}} from the grid, {{two-by-two:pooled.draw.psnr}} from the vector; and {{two-by-two:random-grid.draw.psnr}} from the grid of an encoder that was never trained.',
    },
    right: (value) =>
      borneOut(excess(value('two-by-two:grid.draw.psnr'), value('two-by-two:pooled.draw.psnr')), [
        ['little', 1],
        ['some', 4],
        ['much', Number.POSITIVE_INFINITY],
      ]),
  },
  {
    id: 'bits',
    question: {
      zh: '每张图只有 512 比特，怎么花：8×8 格、每格从 256 个码字里选，还是 16×16 格、每格从 4 个里选？',
      en: 'An image gets 512 bits. Spend them on 8×8 cells with one entry of 256 each, or on 16×16 cells with one of 4?',
    },
    options: [
      { id: 'choice', text: { zh: '格子少，码字多', en: 'Few cells, many entries' } },
      { id: 'alike', text: { zh: '差不多，相差不到 0.5 dB', en: 'Much the same, within 0.5 dB' } },
      { id: 'cells', text: { zh: '格子多，码字少', en: 'Many cells, few entries' } },
    ],
    answer: {
      zh: '8×8 格、256 个码字：{{summary:psnr.8.256.heldOut}}；16×16 格、4 个码字：{{summary:psnr.16.4.heldOut}}。',
      en: '8×8 cells with 256 entries: {{summary:psnr.8.256.heldOut}}; 16×16 cells with 4: {{summary:psnr.16.4.heldOut}}.',
    },
    right: (value) =>
      borneOut(excess(value('summary:psnr.16.4.heldOut'), value('summary:psnr.8.256.heldOut')), [
        ['choice', -0.5],
        ['alike', 0.5],
        ['cells', Number.POSITIVE_INFINITY],
      ]),
  },
  {
    id: 'loss',
    question: {
      zh: '在 softmax 对比损失里降低温度，哪些不配对的图文会被推得更重？',
      en: 'Lower the temperature of the softmax contrastive loss. Which mismatched pairs are pushed harder than before?',
    },
    options: [
      { id: 'all', text: { zh: '全部，一样重', en: 'All of them alike' } },
      { id: 'near', text: { zh: '看起来最像配对的几对', en: 'Those that look most like a match' } },
      { id: 'far', text: { zh: '看起来最不像配对的几对', en: 'Those that look least like one' } },
    ],
    answer: {
      zh: '没见过的概念，每批 8 对，把温度从 0.1 减半：不配对的图文中，最像配对的四分之一所受推力是原来的 {{temperature:nearest.ratio}}，占总推力的份额从 {{temperature:nearest.share.high}} 变为 {{temperature:nearest.share.low}}；最不像的四分之一所受推力是原来的 {{temperature:farthest.ratio}}，份额从 {{temperature:farthest.share.high}} 变为 {{temperature:farthest.share.low}}。推力正比于 softmax 的概率除以温度：温度减半，概率不变时推力加倍；而概率又向最像的几个集中。',
      en: 'On concepts never seen, in batches of eight pairs, with the temperature halved from 0.1: the quarter of the mismatches that looks most like a match is pushed {{temperature:nearest.ratio}} as hard, and its share of the whole push goes from {{temperature:nearest.share.high}} to {{temperature:nearest.share.low}}; the quarter that looks least like one is pushed {{temperature:farthest.ratio}} as hard, its share going from {{temperature:farthest.share.high}} to {{temperature:farthest.share.low}}. The push on a mismatch is proportional to its softmax probability divided by the temperature: halving the temperature doubles the push at equal probability, and the probability itself gathers on the closest few.',
    },
    right: (value) =>
      borneOut(excess(value('temperature:nearest.ratio'), value('temperature:farthest.ratio')), [
        ['far', -0.1],
        ['all', 0.1],
        ['near', Number.POSITIVE_INFINITY],
      ]),
  },
];
