/** Terms for how images, codes and models are measured. */
import type { GlossaryEntry } from './entry';

export const MEASURING: readonly GlossaryEntry[] = [
  {
    id: 'psnr',
    zh: '峰值信噪比（PSNR）',
    en: 'PSNR',
    sentence: {
      zh: '峰值的平方除以均方误差，以分贝计；均方误差减半，约升 3 dB。',
      en: 'The square of the peak over the mean squared error, in decibels; halving the mean squared error adds about 3 dB.',
    },
  },
  {
    id: 'ssim',
    zh: '结构相似度（SSIM）',
    en: 'SSIM',
    sentence: {
      zh: '在小窗口里比较亮度、对比度和结构，1 表示相同；比 PSNR 更接近眼睛的判断。',
      en: 'Compares brightness, contrast and structure window by window, with 1 for equal; closer to what the eye says than PSNR.',
    },
  },
  {
    id: 'fid',
    zh: 'FID',
    en: 'FID',
    sentence: {
      zh: '两批图像在一个分类网络的特征空间里分布相差多远，越低越好；比较重建图与原图的叫 rFID，比较生成图与真图的叫 gFID。',
      en: 'How far two sets of images lie apart in the feature space of a classifier, lower being better: rFID compares reconstructions with originals, gFID generated images with real ones.',
    },
  },
  {
    id: 'bits-per-image',
    zh: '每图比特数',
    en: 'bits per image',
    sentence: {
      zh: '写下一张图的全部 token 所需的比特数：格数乘以 log₂ K。',
      en: 'What it takes to write down all tokens of an image: the number of cells times log₂ K.',
    },
  },
  {
    id: 'perplexity',
    zh: '困惑度',
    en: 'perplexity',
    sentence: {
      zh: '熵的指数；对码本而言，相当于有多少个码字在被均匀地使用。',
      en: 'The exponential of the entropy; for a codebook, the number of entries that, used equally often, would give the same entropy.',
    },
  },
  {
    id: 'linear-probe',
    zh: '线性探测',
    en: 'linear probe',
    sentence: {
      zh: '在冻结的特征上只训练一个线性分类器（称为线性探针），看其中有多少信息可以直接读出。',
      en: 'A single linear classifier trained on frozen features, to see how much can be read from them directly.',
    },
  },
  {
    id: 'recall-at-k',
    zh: 'recall@k（前 k 命中率）',
    en: 'recall@k',
    sentence: {
      zh: '前 k 个检索结果里有正确答案的查询所占的比例，记作 R@k。',
      en: 'The share of queries with a right answer among the first k found, written R@k.',
    },
  },
  {
    id: 'retrieval',
    zh: '检索',
    en: 'retrieval',
    sentence: {
      zh: '按相似度给一批候选排序，看正确的排在第几。',
      en: 'Ordering candidates by similarity and looking where the right ones come.',
    },
  },
  {
    id: 'vqa',
    zh: '视觉问答（VQA）',
    en: 'visual question answering (VQA)',
    sentence: {
      zh: '给出图像和问题，要求用文字回答；VQAv2、GQA 是常用的测试集。',
      en: 'An image and a question in, an answer in words out; VQAv2 and GQA are common tests.',
    },
  },
  {
    id: 'vlm',
    zh: '视觉语言模型',
    en: 'vision-language model',
    sentence: {
      zh: '接上视觉编码器的语言模型，图像以特征序列的形式与文字一同读入。',
      en: 'A language model joined to a vision encoder, which reads an image as a sequence of features along with the text.',
    },
  },
  {
    id: 'cider',
    zh: 'CIDEr',
    en: 'CIDEr',
    sentence: {
      zh: '图像描述的评分：看措辞与多位人类所写的有多接近，越高越好。',
      en: 'A score for captions: how near their wording comes to that of several people, higher being better.',
    },
  },
  {
    id: 'held-out',
    zh: '留出',
    en: 'held out',
    sentence: {
      zh: '从不参与训练、只用于测量；本页按概念和画师留出，而不是按单张图。',
      en: 'Never trained on, only measured with; this page holds out concepts and artists, not single drawings.',
    },
  },
];
