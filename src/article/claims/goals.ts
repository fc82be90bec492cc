/** Claims 1 to 13: the question, and what the two tasks ask of an encoder. */
import type { Claim } from './claim';

export const GOALS: readonly Claim[] = [
  {
    id: 1,
    section: 'goals',
    verdict: 'wrong',
    quote: '图像分类模型（如ViT、SigLIP）',
    quoteInEnglish: 'image classifiers (such as ViT and SigLIP)',
    correction: {
      zh: 'SigLIP 不是分类模型。它从图文对中学习，对每一对图文单独判断是否匹配（逐对 sigmoid 损失），属于对比学习。两者之中只有最初的 ViT 是分类器。',
      en: 'SigLIP is not a classifier. It learns from pairs of image and text, judging each pair by itself as a match or not (a pairwise sigmoid loss), and that is contrastive learning. Of the two only the original ViT classifies.',
    },
    sources: [
      { id: 'siglip', at: '§3.2' },
      { id: 'vit', at: '§3.1' },
    ],
    measured: {
      zh: '本页的小模型也从配对中学习，没有类别，所以也能拿训练时没有的概念来考它：只凭文本塔读英文描述，在其中找图，前五命中 {{summary:caption.en.towerAlone.heldOutR5}}；以图找图，第一个就对 {{summary:retrieval.heldOutConcepts.r1}}。',
      en: 'This page’s small model learned from pairs as well, without classes, and so can be asked about concepts that training did not have: among these, an English caption, read by the text tower alone, finds its drawing within the first five in {{summary:caption.en.towerAlone.heldOutR5}} of cases; a drawing finds another artist’s version first in {{summary:retrieval.heldOutConcepts.r1}}.',
    },
  },
  {
    id: 2,
    section: 'goals',
    verdict: 'imprecise',
    quote: '图像生成任务（如文本生成图像）则常采用VQVAE作为编码器',
    quoteInEnglish: 'image generation (such as text to image), in contrast, usually takes a VQ-VAE as its encoder',
    correction: {
      zh: '自回归和掩码预测一路确实如此，但这不是通例：潜在扩散模型可以在 KL-VAE 的连续潜在表示上生成，MAR 虽是自回归，却不用量化。',
      en: 'True of models that predict tokens one after another or behind a mask. It is no general rule: latent diffusion can work on the continuous latents of a KL-VAE, and MAR is autoregressive without any quantiser.',
    },
    sources: [
      { id: 'ldm-code', at: 'README' },
      { id: 'mar', at: '§3' },
    ],
  },
  {
    id: 3,
    section: 'goals',
    verdict: 'imprecise',
    quote: '理解任务（如CLIP、图文检索）和图像生成任务（如VQ-VAE、DALL-E）',
    quoteInEnglish: 'understanding tasks (such as CLIP and retrieval by text) and generation tasks (such as VQ-VAE and DALL-E)',
    correction: {
      zh: 'CLIP、VQ-VAE、DALL-E 是模型，不是任务。与语言模型搭配时，任务是看图问答、图像描述和文生图。',
      en: 'CLIP, VQ-VAE and DALL-E are models, not tasks. Next to a language model the tasks are answering questions about an image, describing it, and drawing one from text.',
    },
    sources: [
      { id: 'clip', at: '§2' },
      { id: 'vqvae', at: '§3' },
      { id: 'dalle-code', at: 'model_card.md' },
    ],
  },
  {
    id: 4,
    section: 'goals',
    verdict: 'imprecise',
    quote: '任务目标、特征需求和解码方式的本质不同',
    quoteInEnglish: 'the essential difference in the tasks’ goals, the features they need and the way of decoding',
    correction: {
      zh: '方向有证据：Janus 给两种任务各配一个编码器，理解成绩明显高于共用一个。是否“本质”却有争议：UniTok 归因于离散 token 容量不足，RAE 则直接在冻结的语义编码器上生成图像。',
      en: 'The direction has evidence: Janus understands clearly better with an encoder for each task than with one shared by both. Whether the difference is essential is disputed: UniTok blames the small capacity of discrete tokens, and RAE generates images on top of frozen semantic encoders.',
    },
    sources: [
      { id: 'janus', at: 'Table 5' },
      { id: 'unitok', at: '§3.2' },
      { id: 'rae', at: '§4' },
    ],
    measured: {
      zh: '两种编码各做两件事。拿没见过的概念，在另一位画师的画里找最相近的（不再训练任何东西），第一个就对：向量 {{two-by-two:pooled.tell.pooled.conceptR1}}，8×8 个 token 只计数 {{two-by-two:tokens.tell.histogram.conceptR1}}、逐格读 {{two-by-two:tokens.tell.codesFlat.conceptR1}}。用同样的解码器（在每种编码上各自训练）画回来：向量 {{two-by-two:pooled.draw.psnr}}，8×8 个 token {{two-by-two:tokens.draw.psnr}}。',
      en: 'Each code put to both tasks. When a concept never seen is looked for among another artist’s drawings, by likeness alone and with nothing trained for it, the first answer is right in {{two-by-two:pooled.tell.pooled.conceptR1}} of cases by the vector, {{two-by-two:tokens.tell.histogram.conceptR1}} by 8×8 tokens counted, {{two-by-two:tokens.tell.codesFlat.conceptR1}} by tokens cell by cell. Drawn back by the same decoder, trained anew on each: {{two-by-two:pooled.draw.psnr}} from the vector, {{two-by-two:tokens.draw.psnr}} from 8×8 tokens.',
    },
  },
  {
    id: 5,
    section: 'goals',
    verdict: 'imprecise',
    quote: '提取图像的高层语义特征，实现跨模态对齐',
    quoteInEnglish: 'to extract high-level semantic features of the image and align modalities',
    correction: {
      zh: '就 CLIP 的预训练而言没错。但看图对话还要认字、计数和定位，对齐也要靠后来训练的投影层和语言模型才能完成。为了定位，SigLIP 2 另外加入图像描述、自蒸馏和掩码预测。',
      en: 'Right about how CLIP is pre-trained. Talking about images also takes reading, counting and locating, and the alignment is completed by a projector trained later and by the language model. For locating, SigLIP 2 adds captioning, self-distillation and masked prediction.',
    },
    sources: [{ id: 'siglip2', at: '§2' }],
    measured: {
      zh: '以换成一张不相干的图时的变化为 100%：同一概念由另一位画师重画，嵌入的变化为 {{e7:redraw.other-artist.wayThere.embedding}}（编码器若未经训练则为 {{e7:redraw.other-artist.wayThere.untrained}}），token 的变化为 {{e7:redraw.other-artist.wayThere.tokens16}}。',
      en: 'If an unrelated image counts as 100%, another artist’s drawing of the same concept moves the embedding by {{e7:redraw.other-artist.wayThere.embedding}} (an untrained encoder’s by {{e7:redraw.other-artist.wayThere.untrained}}), the tokens by {{e7:redraw.other-artist.wayThere.tokens16}}.',
    },
  },
  {
    id: 6,
    section: 'goals',
    verdict: 'imprecise',
    quote: '强调全局语义（如物体类别、场景属性）',
    quoteInEnglish: 'stresses global meaning (such as kinds of objects, attributes of the scene)',
    correction: {
      zh: '预训练时确实把整张图汇成一个向量，但视觉语言模型读的是完整的图块网格（见第 14 条）。',
      en: 'Pre-training does pool the whole image into one vector, but vision-language models read the full grid of patches (see claim 14).',
    },
    sources: [{ id: 'llava-code', at: 'clip_encoder.py' }],
    measured: {
      zh: '用同样的线性探测辨认类别（表情的九大类）：池化向量 {{two-by-two:pooled.tell.pooled.group}}；图块网格取平均 {{two-by-two:grid.tell.gridMean.group}}，逐格读 {{two-by-two:grid.tell.gridFlat.group}}。',
      en: 'The same probe naming which of nine emoji groups a drawing belongs to: {{two-by-two:pooled.tell.pooled.group}} from the pooled vector; from the grid of patches {{two-by-two:grid.tell.gridMean.group}} averaged, {{two-by-two:grid.tell.gridFlat.group}} read cell by cell.',
    },
  },
  {
    id: 7,
    section: 'goals',
    verdict: 'imprecise',
    quote: '通过对比学习（如CLIP）或分类任务，最大化跨模态相似性',
    quoteInEnglish: 'by contrastive learning (such as CLIP) or classification, to maximise similarity across modalities',
    correction: {
      zh: '分类损失里没有第二种模态，谈不上跨模态相似。对比损失也不只把匹配的图文拉近，还把不匹配的推远。',
      en: 'A classification loss knows no second modality, so nothing cross-modal is maximised. And a contrastive loss does not only pull matching pairs together, it pushes mismatched ones apart.',
    },
    sources: [{ id: 'clip', at: '§2.3' }],
    measured: {
      zh: '把不配对的图文推开的力如何分布（softmax 损失，没见过的概念，每批 8 对）：温度 0.1 时，最像配对的四分之一占总推力的 {{temperature:nearest.share.high}}，温度减半后占 {{temperature:nearest.share.low}}。',
      en: 'How softmax spreads the push (concepts never seen, batches of eight pairs): the quarter of the mismatches that looks most like a match takes {{temperature:nearest.share.high}} of it at a temperature of 0.1, {{temperature:nearest.share.low}} at half of that.',
    },
  },
  {
    id: 8,
    section: 'goals',
    verdict: 'holds',
    quote: '将图像和文本映射到同一空间，直接计算相似度',
    quoteInEnglish: 'maps images and texts into one space and computes their similarity directly',
    correction: {
      zh: '相似度就是两个向量的余弦，再除以一个学来的温度。',
      en: 'The similarity is the cosine of the two vectors, divided by a learned temperature.',
    },
    sources: [{ id: 'clip', at: '§2.3' }],
    measured: {
      zh: '只凭文本塔读一句描述，在没见过的概念的画里找，正确的概念进入前五：英文 {{summary:caption.en.towerAlone.heldOutR5}}，中文 {{summary:caption.zh.towerAlone.heldOutR5}}。',
      en: 'Captions read by the text tower alone, concepts never seen, how often the right drawing is among the first five: {{summary:caption.en.towerAlone.heldOutR5}} in English, {{summary:caption.zh.towerAlone.heldOutR5}} in Chinese.',
    },
  },
  {
    id: 9,
    section: 'goals',
    verdict: 'imprecise',
    quote: '将图像压缩为细节丰富的潜在表示，支持高质量重建或生成',
    quoteInEnglish: 'to compress the image into a latent rich in detail, for reconstruction or generation of high quality',
    correction: {
      zh: '重建更好，生成可能更差。VA-VAE 测得：潜在表示从每格 16 维加到 64 维，rFID 从 0.49 降到 0.17，生成的 FID（一万张图）却从 16.24 升到 36.83。两者都是越低越好。',
      en: 'What reconstructs better may generate worse. VA-VAE measured it: with 64 instead of 16 numbers a cell, rFID falls from 0.49 to 0.17 while the FID of ten thousand generated images climbs from 16.24 to 36.83. Lower is better for both.',
    },
    sources: [{ id: 'va-vae', at: 'Table 2' }],
    measured: {
      zh: '同样的解码器，在三种编码上各自训练，画回没见过的概念：向量 {{two-by-two:pooled.draw.psnr}}，图块网格 {{two-by-two:grid.draw.psnr}}，8×8 个 token {{two-by-two:tokens.draw.psnr}}。',
      en: 'The same decoder, trained anew on each of three codes, draws back concepts never seen: {{two-by-two:pooled.draw.psnr}} from the vector, {{two-by-two:grid.draw.psnr}} from the grid of patches, {{two-by-two:tokens.draw.psnr}} from 8×8 tokens.',
    },
  },
  {
    id: 10,
    section: 'goals',
    verdict: 'holds',
    quote: '保留局部细节（如纹理、边缘）和空间结构（如物体位置）',
    quoteInEnglish: 'keeps local detail (such as texture and edges) and spatial structure (such as where objects are)',
    correction: {
      zh: '保留，但有损。DALL-E 所用 dVAE 的模型卡就承认，压缩倍数很高，细节明显丢失。',
      en: 'Kept, but not without loss: the model card of the dVAE behind DALL-E admits that its heavy compression visibly costs detail.',
    },
    sources: [{ id: 'dalle-code', at: 'model_card.md' }],
    measured: {
      zh: '16×16 格、512 个码字，没见过的概念重建到 {{summary:psnr.16.512.heldOut}}。',
      en: 'With 16×16 cells and 512 entries, concepts never seen come back at {{summary:psnr.16.512.heldOut}}.',
    },
  },
  {
    id: 11,
    section: 'goals',
    verdict: 'wrong',
    quote: '特征需具备可逆性，解码器需能准确恢复像素级信息',
    quoteInEnglish: 'the features must be invertible, and the decoder able to recover the information of each pixel exactly',
    correction: {
      zh: '量化把许多不同的向量归到同一个码字，无法还原。LlamaGen 以 16 倍下采样重建照片，PSNR 只有约 20–21 dB；DALL-E 所用 dVAE 的 rFID 为 32.01。',
      en: 'Quantising sends many different vectors to one entry, and there is no way back. LlamaGen, downsampling 16 times, reconstructs photographs at a PSNR of only about 20–21 dB; the dVAE behind DALL-E has an rFID of 32.01.',
    },
    sources: [
      { id: 'llamagen', at: 'Table 2' },
      { id: 'taming-code', at: 'README' },
    ],
    measured: {
      zh: '照片以 512 个码字重建到 {{summary:psnr.16.512.photos}}；不用码本也只到 {{summary:psnr.16.inf.photos}}，仍有损失。',
      en: 'Photographs come back at {{summary:psnr.16.512.photos}} with 512 entries, and at {{summary:psnr.16.inf.photos}} without a codebook: even that is not exact.',
    },
  },
  {
    id: 12,
    section: 'goals',
    verdict: 'imprecise',
    quote: '最小化输入与重建图像之间的像素级差异（如L2损失）',
    quoteInEnglish: 'to minimise the pixel difference between the input and its reconstruction (such as the L2 loss)',
    correction: {
      zh: '这只是其中一项。VQ-VAE 还有码本损失和承诺损失，码本也可改用 EMA 更新；VQGAN 则用感知损失加对抗损失取代 L2。',
      en: 'That is one term of several. VQ-VAE adds a codebook and a commitment loss, or updates its codebook by EMA; VQGAN replaces L2 by a perceptual and an adversarial loss.',
    },
    sources: [
      { id: 'vqvae', at: '§3' },
      { id: 'vqgan', at: '§3' },
    ],
  },
  {
    id: 13,
    section: 'goals',
    verdict: 'holds',
    quote: '量化编码器输出为离散token，便于后续自回归生成',
    quoteInEnglish: 'to quantise the encoder’s output into discrete tokens, for autoregressive generation later',
    correction: {
      zh: 'VQ-VAE 最初配的先验是 PixelCNN，它同样逐个预测 token。',
      en: 'The first prior on top of a VQ-VAE was a PixelCNN, which predicts the tokens one by one as well.',
    },
    sources: [{ id: 'vqvae', at: '§3.3' }],
  },
];
