/** The texts of the lab. */
import { defineTexts } from '../../i18n/texts';

export const findTexts = defineTexts('find', {
  title: { zh: '找找看', en: 'Find it' },
  lede: {
    zh: '用一句话或一张图，在图库里找相近的图。三列各按一种表示排序：向量、token、像素。同样的问题，得到的答案大不相同。',
    en: 'Look for pictures with a phrase or with a picture. Each column puts the gallery in order by one representation: the embedding, the tokens, the pixels. The same question, very different answers.',
  },
  waiting: { zh: '正在等待第一张图片…', en: 'Waiting for the first picture…' },
  searching: { zh: '正在找…', en: 'Looking…' },
  failed: { zh: '没能在图库里查找。', en: 'The gallery could not be searched.' },
  failedGallery: { zh: '图库的清单没能取得。', en: 'The list of the gallery could not be fetched.' },
  tryAgain: { zh: '重试', en: 'Try again' },
  reset: { zh: '重置', en: 'Reset' },

  phrase: { zh: '用一句话找（中文或英文）', en: 'Find by a phrase, in English or Chinese' },
  find: { zh: '查找', en: 'Find' },
  examples: { zh: '试试', en: 'Try' },
  askedWithPicture: { zh: '在找与这张图相近的：{{name}}', en: 'Looking for pictures like this one: {{name}}' },
  askedWithDrawing: {
    zh: '在找与图库里这幅相近的：{{name}}',
    en: 'Looking for pictures like this drawing of the gallery: {{name}}',
  },
  askedWithPhrase: { zh: '在找', en: 'Looking for' },
  unknownWords: {
    zh: '不认得的字词：{{words}}。模型认得训练用的描述和关键词里的字词，以及由词典释义推出的一些英文名词；其余的不参与查找。',
    en: 'Unknown words: {{words}}. The model knows the words of the captions and keywords it was fitted to, and some nouns by what a dictionary says of them; the others take no part in the search.',
  },
  noKnownWord: {
    zh: '这句话里没有一个认得的字词，所以不给答案，免得乱猜。',
    en: 'It knows no word of this phrase, so it gives no answer rather than a random one.',
  },
  cutOff: {
    zh: '只有前 {{limit}} 个字词会连成句子来读，后面的各算各的。',
    en: 'Only the first {{limit}} words are read as a sentence; those after them count each by itself.',
  },
  backToPicture: { zh: '改用当前图片查找', en: 'Look with the page’s picture' },

  embedding: { zh: '按向量', en: 'By the embedding' },
  tokens: { zh: '按 token', en: 'By tokens' },
  pixels: { zh: '按像素', en: 'By pixels' },
  embeddingScore: { zh: '余弦相似度', en: 'cosine' },
  tokensScore: { zh: '直方图的重合', en: 'overlap of histograms' },
  tokenCode: {
    zh: '{{grid}}×{{grid}} 格、码本 {{codebook}} 的 token，与页面上的设置无关',
    en: 'tokens of a {{grid}}×{{grid}} grid and a codebook of {{codebook}}, regardless of the page’s settings',
  },
  pixelsScore: { zh: '相关系数', en: 'correlation' },
  standIn: {
    zh: '一句话没有 token，也没有像素，这一列答不了。这里改用向量找到的第一幅“{{name}}”来比。',
    en: 'A phrase has neither tokens nor pixels: this column cannot answer it. It is ordered by likeness to the first drawing found, “{{name}}”.',
  },
  phraseNote: {
    zh: '句子和图片落在同一个空间，可以直接相比。',
    en: 'Phrase and pictures lie in the same space and can be compared.',
  },
  samePlace: {
    zh: '同一概念（另一位画师）排第 {{place}} 位，共 {{count}} 幅',
    en: 'Same concept, by another artist: place {{place}} of {{count}}',
  },
  ownDrawing: { zh: '图库里正好就是这一幅，它本身不列出。', en: 'The gallery has this very drawing; it is left out.' },
  kind: {
    zh: '列出的 {{first}} 幅里有 {{count}} 幅与它同组（Unicode 的 {{group}} 组，图库里共 {{all}} 幅）',
    en: 'Of the {{first}} listed, {{count}} are of its group in Unicode’s list ({{group}}, {{all}} in the gallery)',
  },
  mammals: {
    zh: '列出的 {{first}} 幅里有 {{count}} 幅是哺乳动物（图库里共 {{all}} 幅）',
    en: 'Of the {{first}} listed, {{count}} are mammals ({{all}} in the gallery)',
  },
  mammalsNote: {
    zh: '哺乳动物：Unicode 的 animal-mammal 组，再加上它另外单列的猫脸和猴脸。',
    en: 'Mammals: Unicode’s group animal-mammal, and the faces of cats and monkeys, which it lists apart.',
  },
  results: { zh: '{{way}}，最近的 {{count}} 幅', en: '{{way}}, the nearest {{count}}' },
  result: { zh: '{{name}}，{{score}}。按下可找与它相近的', en: '{{name}}, {{score}}. Press to find others like it' },
  more: { zh: '多列一些', en: 'Show more' },
  fewer: { zh: '少列一些', en: 'Show fewer' },

  mapsTitle: { zh: '三张地图，同样的图', en: 'Three maps of the same drawings' },
  mapsLede: {
    zh: '{{concepts}} 个概念，每个由多位画师来画，共 {{points}} 幅，按各自的表示用 UMAP 摊平。指着一幅，它和同概念的其他画在三张图里一起亮起：在向量的地图上大多聚成一团，在 token 的地图上四散。',
    en: '{{concepts}} concepts, each by several artists, {{points}} drawings in all, laid out by UMAP from each representation. Point at one: it and the others of its concept light up on all three, mostly in a huddle on the embedding’s map, scattered on the tokens’.',
  },
  pngLede: {
    zh: '{{concepts}} 个概念，每个由多位画师来画，共 {{points}} 幅，按各自的表示用 UMAP 摊平。',
    en: '{{concepts}} concepts, each by several artists, {{points}} drawings in all, laid out by UMAP from each representation.',
  },
  mapLabel: {
    zh: '{{way}}排布的地图。方向键从一幅走到下一幅，按住 Shift 则移动地图，+ 和 − 缩放，B 框选周围，Esc 取消框选，回车找与亮着的一幅相近的。',
    en: 'Map {{way}}. Arrow keys go from drawing to drawing, with Shift they move the map; + and − zoom, B brushes what is around, Escape clears it, Enter finds others like the drawing that is lit.',
  },
  mapEmbedding: { zh: '按向量', en: 'by the embedding' },
  mapTokens: { zh: '按 token', en: 'by tokens' },
  mapPixels: { zh: '按像素', en: 'by pixels' },
  mapsFailed: { zh: '地图没能取得。', en: 'The maps could not be fetched.' },
  mapsStale: {
    zh: '地图出自另一版权重，因此不在此显示。',
    en: 'The maps were made with other weights than those in use, so they are not shown.',
  },
  drag: { zh: '拖动时', en: 'Dragging' },
  move: { zh: '移动', en: 'Moves' },
  brush: { zh: '框选', en: 'Brushes' },
  clearBrush: { zh: '取消框选', en: 'Clear the brush' },
  zoomIn: { zh: '放大{{way}}的地图', en: 'Zoom in, map {{way}}' },
  zoomOut: { zh: '缩小{{way}}的地图', en: 'Zoom out, map {{way}}' },
  zoomWhole: { zh: '全图，{{way}}的地图', en: 'Whole map {{way}}' },
  whole: { zh: '全图', en: 'Whole' },
  purity: { zh: '邻域纯度', en: 'Neighbourhood purity' },
  purityShare: { zh: '{{share}}%', en: '{{share}}%' },
  purityNote: {
    zh: '训练时没见过的概念 {{heldOut}}%；摊平在这张图上之后 {{map}}%',
    en: '{{heldOut}}% for concepts never trained on; {{map}}% once flattened onto this map',
  },
  purityLede: {
    zh: '邻域纯度：一幅画最近的 {{count}} 幅里，有几成画的是同一概念。一个概念的画不多，最好也只能到 {{ceiling}}%；乱猜是 {{chance}}%。',
    en: 'Neighbourhood purity: of the {{count}} drawings nearest to each, the share that show its concept. A concept has few drawings, so {{ceiling}}% is the best there could be; chance gives {{chance}}%.',
  },
  brushed: {
    zh: '框中 {{points}} 幅，{{concepts}} 个概念',
    en: '{{points}} drawings of {{concepts}} concepts brushed',
  },
  brushSpread: {
    zh: '框选的画在此图的散布：{{share}}%',
    en: 'Spread of the brushed drawings here: {{share}}%',
  },
  brushSpreadNote: {
    zh: '散布：框中各幅离其中心的距离，与全部画相比；100% 就是散得和全部一样开。',
    en: 'Spread: how far the brushed drawings lie from their middle, against all drawings; at 100% they are as scattered as the whole.',
  },

  litNothing: {
    zh: '指着任一幅画，看它在三列、三张图里的位置。',
    en: 'Point at any drawing to see its place in the three columns and on the three maps.',
  },
  litBy: { zh: '{{name}}，出自 {{artist}}', en: '{{name}}, by {{artist}}' },
  litThumb: { zh: '小图出自 {{artist}}', en: 'picture: {{artist}}' },
  place: { zh: '第 {{place}} 位', en: 'place {{place}}' },
  nearby: { zh: '近邻 {{all}} 幅中同概念 {{count}} 幅', en: '{{count}} of {{all}} neighbours show it' },
  notOnMaps: { zh: '这个概念不在地图上。', en: 'This concept is not on the maps.' },
  findLike: { zh: '找与它相近的', en: 'Find others like it' },

  table: { zh: '以表格显示', en: 'As a table' },
  tableResults: { zh: '各列最前的 {{count}} 幅', en: 'The first {{count}} of each column' },
  tablePurity: { zh: '邻域纯度', en: 'Neighbourhood purity' },
  tableBrush: { zh: '框中的概念', en: 'Concepts brushed' },
  tablePoints: {
    zh: '各幅画（共 {{count}} 幅）在三张地图上的坐标：x 从左、y 从上量起，0 到 {{side}}',
    en: 'Coordinates of all {{count}} drawings on the three maps: x from the left, y from the top, 0 to {{side}}',
  },
  tablePointsBrushed: {
    zh: '框中各幅画（共 {{count}} 幅）在三张地图上的坐标：x 从左、y 从上量起，0 到 {{side}}',
    en: 'Coordinates of the {{count}} brushed drawings on the three maps: x from the left, y from the top, 0 to {{side}}',
  },
  artist: { zh: '画师', en: 'Artist' },
  mapX: { zh: '{{way}}，x', en: '{{way}}, x' },
  mapY: { zh: '{{way}}，y', en: '{{way}}, y' },
  rank: { zh: '位次', en: 'Place' },
  concept: { zh: '概念', en: 'Concept' },
  drawings: { zh: '幅数', en: 'Drawings' },
  inSpace: { zh: '在该表示中', en: 'In the representation' },
  inSpaceHeldOut: { zh: '在该表示中，训练时没见过的概念', en: 'In the representation, concepts never trained on' },
  onMap: { zh: '在地图上', en: 'On the map' },
  onMapHeldOut: { zh: '在地图上，训练时没见过的概念', en: 'On the map, concepts never trained on' },
  representation: { zh: '表示', en: 'Representation' },
  downloadPng: { zh: '下载 PNG', en: 'Download PNG' },
  downloadCsv: { zh: '下载 CSV', en: 'Download CSV' },
  downloadJson: { zh: '下载 JSON', en: 'Download JSON' },
});
