/** The texts of the lab. */
import { defineTexts } from '../../i18n/texts';

export const lossTexts = defineTexts('loss', {
  title: { zh: '用哪种损失？', en: 'Which loss?' },
  lede: {
    zh: '一批图片，一批描述，两两算出相似度。两种损失都把配对的拉近、把其余的推远：softmax 让同一行、同一列的格子互相争抢，sigmoid 则每一格单独判断。',
    en: 'A batch of pictures and a batch of captions, every picture compared with every caption. Both losses pull pairs together and push the rest apart: softmax has the cells of a row and of a column compete, sigmoid judges every cell by itself.',
  },
  loading: { zh: '正在读取这一批…', en: 'Fetching the batch…' },
  failed: { zh: '这一批没能算出来。', en: 'This batch could not be compared.' },
  failedStale: {
    zh: '图库与当前的模型不是同一次训练的产物，暂时无法比较其他画师的图。',
    en: 'The gallery was made with other weights than the model in use, so drawings by other artists cannot be compared.',
  },
  tryAgain: { zh: '重试', en: 'Try again' },

  temperature: { zh: '温度', en: 'Temperature' },
  bias: { zh: '偏置（仅 sigmoid）', en: 'Bias (sigmoid only)' },
  scaleNote: {
    zh: '余弦先乘以 {{scale}}；余弦为 0 的一格，sigmoid 认为相配的概率是 {{prior}}。',
    en: 'Cosines are multiplied by {{scale}}; where the cosine is 0, the sigmoid then gives a match a probability of {{prior}}.',
  },
  positives: { zh: '哪些算配对', en: 'What counts as a pair' },
  diagonal: { zh: '仅对角线', en: 'Diagonal only' },
  sameConcept: { zh: '同一概念', en: 'Same concept' },
  size: { zh: '每批几对', en: 'Pairs' },
  reshuffle: { zh: '换一批', en: 'Reshuffle' },
  reset: { zh: '重置', en: 'Reset' },

  ownCaption: { zh: '图片描述', en: 'Caption of your picture' },
  ownUse: { zh: '采用', en: 'Use' },
  ownLeave: { zh: '让模型挑', en: 'Let the model choose' },
  ownModels: {
    zh: '这是模型从图库的描述里挑出的一条。可以改写，中文英文都行。',
    en: 'Chosen by the model among the gallery’s captions. Write another, in English or Chinese.',
  },
  ownWritten: { zh: '现在用的是你写的描述。', en: 'Your picture is compared with the caption that you wrote.' },
  ownUnknownWords: {
    zh: '没学过的字词不参与比较：{{words}}。',
    en: 'Unknown words take no part: {{words}}.',
  },
  ownNoKnownWord: {
    zh: '这些字词，文本模型一个也不认得：{{words}}。仍用它挑的“{{caption}}”。',
    en: 'The text model knows none of these words: {{words}}. Its own choice stands, “{{caption}}”.',
  },
  ownCutOff: { zh: '只读前 {{limit}} 个字词。', en: 'Only the first {{limit}} words are read.' },

  similarity: { zh: '相似度', en: 'Similarity' },
  similarityNote: { zh: '余弦', en: 'cosine' },
  softmax: { zh: 'Softmax 的推与拉', en: 'What softmax pulls and pushes' },
  sigmoid: { zh: 'Sigmoid 的推与拉', en: 'What sigmoid pulls and pushes' },
  loss: { zh: '损失 {{value}}', en: 'loss {{value}}' },
  axes: { zh: '行：图片；列：描述', en: 'Rows: pictures; columns: captions' },
  pull: { zh: '拉近', en: 'pull together' },
  push: { zh: '推远', en: 'push apart' },
  scaleOfColours: {
    zh: '格中是损失对余弦的导数：小于 0 拉近，大于 0 推远。两图同一色阶，颜色取平方根，最深为 ±{{limit}}。',
    en: 'Cells hold the derivative of the loss with respect to the cosine: below 0 pulls, above 0 pushes. Both have one scale of colours, by square root, deepest at ±{{limit}}.',
  },
  falseNegative: {
    zh: '框出的格子图文其实相符，却按不配对处理，两种损失都在推远它们：这就是假负例。',
    en: 'In the framed cells picture and caption do match, yet they count as a mismatch and both losses push: false negatives.',
  },
  trueAfterAll: {
    zh: '框出的格子现在也算配对。sigmoid 的推都变成了拉；softmax 要同一概念的两幅图平分份额，占得多的一幅仍被推开。',
    en: 'The framed cells count as pairs now. With sigmoid, push has become pull; softmax wants the two drawings of one concept to share alike, and still pushes the one that has more than its half.',
  },
  ledNote: {
    zh: '第一对是各实验共用的那张图；在别处换一张示例，或者放入自己的图，这里也跟着换。',
    en: 'The first pair is the picture that all labs share: choose another sample anywhere, or bring a picture of your own, and it changes here too.',
  },
  ownLedNote: {
    zh: '第一对是你自己的图片，它不会离开本机；网址里只记其余各对。',
    en: 'The first pair is your own picture. It does not leave your machine, and the address tells of the other pairs only.',
  },
  noFalseNegative: { zh: '这一批里每个概念只出现一次。', en: 'Each concept occurs once in this batch.' },

  cell: { zh: '第 {{row}} 行，第 {{column}} 列', en: 'Row {{row}}, column {{column}}' },
  drawnBy: { zh: '{{concept}}（{{artist}}）', en: '{{concept}}, by {{artist}}' },
  quoted: { zh: '“{{caption}}”', en: '“{{caption}}”' },
  versus: { zh: '对', en: 'against' },
  cosine: { zh: '余弦', en: 'Cosine' },
  counted: { zh: '算作', en: 'Counts as' },
  countedPair: { zh: '配对', en: 'a pair' },
  countedNot: { zh: '不配对', en: 'no pair' },
  rowShare: { zh: 'Softmax：占本行', en: 'Softmax: share of its row' },
  columnShare: { zh: 'Softmax：占本列', en: 'Softmax: share of its column' },
  probability: { zh: 'Sigmoid：相配的概率', en: 'Sigmoid: probability of a match' },
  softmaxForce: { zh: 'Softmax 损失的导数', en: 'Derivative of the softmax loss' },
  sigmoidForce: { zh: 'Sigmoid 损失的导数', en: 'Derivative of the sigmoid loss' },
  pulled: { zh: '{{value}}，拉近', en: '{{value}}, pulls' },
  pushed: { zh: '{{value}}，推远', en: '{{value}}, pushes' },
  spoken: { zh: '{{row}} 对 {{column}}：{{value}}', en: '{{row}} against {{column}}: {{value}}' },
  rowChart: { zh: '这幅图，各条描述', en: 'This picture, every caption' },
  columnChart: { zh: '这条描述，各幅图', en: 'This caption, every picture' },
  chartSoftmax: { zh: 'softmax 份额', en: 'softmax shares' },
  chartSigmoid: { zh: 'sigmoid 概率', en: 'sigmoid probabilities' },
  listMark: { zh: '、', en: ', ' },
  chartLabel: { zh: '{{line}}，{{what}}：{{values}}', en: '{{line}}, {{what}}: {{values}}' },

  editPair: { zh: '更换第 {{row}} 对', en: 'Change pair {{row}}' },
  concept: { zh: '概念', en: 'Concept' },
  artist: { zh: '画师', en: 'Artist' },

  table: { zh: '以表格显示全部数值', en: 'All numbers as tables' },
  rowShares: { zh: 'Softmax：各格占本行的份额', en: 'Softmax: share of each cell in its row' },
  columnShares: { zh: 'Softmax：各格占本列的份额', en: 'Softmax: share of each cell in its column' },
  probabilities: { zh: 'Sigmoid：各格相配的概率', en: 'Sigmoid: probability of a match, cell by cell' },
  picture: { zh: '图片', en: 'Picture' },
  downloadPng: { zh: '下载 PNG', en: 'Download PNG' },
  downloadCsv: { zh: '下载 CSV', en: 'Download CSV' },
  downloadJson: { zh: '下载 JSON', en: 'Download JSON' },
});
