/** Terms for what becomes of a picture inside an encoder or a tokenizer. */
import type { GlossaryEntry } from './entry';

export const ENCODING: readonly GlossaryEntry[] = [
  {
    id: 'encoder',
    zh: '编码器',
    en: 'encoder',
    sentence: {
      zh: '把图像（或文字）变成一组数的网络，后面的一切都只依据这组数。',
      en: 'The network that turns an image, or a text, into numbers; whatever follows works from these numbers alone.',
    },
  },
  {
    id: 'decoder',
    zh: '解码器',
    en: 'decoder',
    sentence: {
      zh: '与编码器方向相反的网络：读入编码，画出像素。',
      en: 'The network that runs the other way: it reads a code and draws pixels.',
    },
  },
  {
    id: 'patch',
    zh: '图块',
    en: 'patch',
    sentence: {
      zh: '图像切成的小方块，例如 4×4 像素，是编码器处理的基本单位。',
      en: 'One of the small squares that an image is cut into, 4×4 pixels say; the unit that an encoder works on.',
    },
  },
  {
    id: 'grid',
    zh: '特征网格',
    en: 'feature grid',
    sentence: {
      zh: '按图块的位置排列的特征，每格一个向量，还看得出东西在哪里。',
      en: 'Features laid out as their patches lie in the image, a vector for each cell, so that one can still tell where things are.',
    },
  },
  {
    id: 'embedding',
    zh: '嵌入',
    en: 'embedding',
    sentence: {
      zh: '代表一张图或一句话的向量；训练使意思相近的落在近处。',
      en: 'A vector that stands for an image or a sentence, trained so that like meanings lie close together.',
    },
  },
  {
    id: 'latent',
    zh: '潜在表示',
    en: 'latent',
    sentence: {
      zh: '编码器与解码器之间的那组数，图像全靠它传过去。',
      en: 'The numbers between encoder and decoder, all that is passed on of the image.',
    },
  },
  {
    id: 'token',
    zh: 'token（词元）',
    en: 'token',
    sentence: {
      zh: '取自有限词表的一个编号，序列模型逐个预测它；视觉语言模型里，每个图块的特征向量也叫 token。',
      en: 'A number from a finite vocabulary, the unit that a sequence model reads and predicts; in vision-language models the feature vector of a patch is called a token too.',
    },
  },
  {
    id: 'codebook',
    zh: '码本',
    en: 'codebook',
    sentence: {
      zh: '一张向量表；每个特征向量都由表中最近的一项代替，那一项的编号就是 token。',
      en: 'A table of vectors; each feature vector is replaced by the nearest of them, and the number of that entry is the token.',
    },
  },
  {
    id: 'entry',
    zh: '码字',
    en: 'entry',
    sentence: { zh: '码本中的一个向量。', en: 'One of the vectors of a codebook.' },
  },
  {
    id: 'quantisation',
    zh: '量化',
    en: 'quantisation',
    sentence: {
      zh: '用有限个值中最近的一个代替连续的值；多个值归为一个，所以不可逆。',
      en: 'Replacing a continuous value by the nearest of finitely many; several become one, so there is no way back.',
    },
  },
  {
    id: 'tokenizer',
    zh: 'tokenizer（分词器）',
    en: 'tokenizer',
    sentence: {
      zh: '把图像变成 token、又能从 token 画回图像的一对网络。',
      en: 'A pair of networks that turns an image into tokens and tokens back into an image.',
    },
  },
  {
    id: 'semantic-tokenizer',
    zh: '语义 tokenizer',
    en: 'semantic tokenizer',
    sentence: {
      zh: '训练时还要求 token 与语义（例如文字）对应的 tokenizer，不只求画得回来。',
      en: 'A tokenizer whose tokens are also trained to agree with meaning, text for instance, and not only to draw the image back.',
    },
  },
  {
    id: 'attention',
    zh: '注意力',
    en: 'attention',
    sentence: {
      zh: '加权平均：每个位置按与其他位置的匹配程度，决定从它们那里各取多少。',
      en: 'A weighted mean: each place decides by how well it matches the others how much to take from each.',
    },
  },
  {
    id: 'attention-pooling',
    zh: '注意力池化',
    en: 'attention pooling',
    sentence: {
      zh: '用一个学来的查询向量给各图块打分，再按分数加权平均，汇成一个向量；SigLIP 的 MAP 头即是如此。',
      en: 'A learned query scores the patches; their mean, weighted by the scores, is the one vector. SigLIP’s MAP head works this way.',
    },
  },
  {
    id: 'cls',
    zh: '分类 token（CLS）',
    en: 'class token (CLS)',
    sentence: {
      zh: '加在图块序列之前的一个额外向量，经过各层注意力之后，由它代表整张图。',
      en: 'An extra vector put before the sequence of patches, which stands for the whole image once attention has passed over it.',
    },
  },
  {
    id: 'projection',
    zh: '投影层',
    en: 'projection',
    sentence: {
      zh: '一个或几个线性层，把特征换算到另一个空间的维数与坐标。',
      en: 'A linear layer or a few, which brings features to the dimensions and axes of another space.',
    },
  },
  {
    id: 'cosine',
    zh: '余弦相似度',
    en: 'cosine similarity',
    sentence: {
      zh: '两个向量夹角的余弦：方向相同为 1，垂直为 0，与长度无关。',
      en: 'The cosine of the angle between two vectors: 1 for the same direction, 0 for a right angle, whatever their lengths.',
    },
  },
  {
    id: 'disentangle',
    zh: '解耦',
    en: 'disentangle',
    sentence: {
      zh: '让表示的每一维只管一个可以单独改变的因素，例如颜色或姿态。',
      en: 'To give each factor that can change by itself, such as colour or pose, dimensions of its own.',
    },
  },
  {
    id: 'receptive-field',
    zh: '感受野',
    en: 'receptive field',
    sentence: {
      zh: '能够影响某个特征的那部分输入像素；网络越深，通常越大。',
      en: 'The input pixels that can affect a feature; the deeper the network, the larger as a rule.',
    },
  },
];
