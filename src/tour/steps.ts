/** The stops of the guided tour: where each is, what it says there, and what it has the lab show. */
import type { Language } from '../i18n/language';
import type { TextPair } from '../i18n/texts';

export interface TourStep {
  readonly id: string;
  /** Anchor on the page. A stop whose anchor the page has not is passed over. */
  readonly at: string;
  /** Selector of the part there that it speaks of, for windows that do not show all of the place at once. */
  readonly part?: string;
  readonly text: TextPair;
  /** What the lab there is asked to show, as the page's address writes it. */
  readonly asks?: Readonly<Record<string, string>>;
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    id: 'picture',
    at: 'lab-compare',
    asks: { sample: '1F431.noto', k: '128', grid: '16' },
    text: {
      zh: '一张猫的图，编码两次。理解编码器把它变成一个向量，好比一枚指纹，记的是画了什么；生成编码器把它变成一格格 token，凭它们可以把图重新画出来。',
      en: 'One picture of a cat, encoded twice. The understanding encoder makes one vector of it, a fingerprint of what is there; the generation encoder a grid of tokens, from which it can be drawn again.',
    },
  },
  {
    id: 'few',
    at: 'lab-compare',
    part: '.panel-generation',
    asks: { k: '4' },
    text: {
      zh: '现在每格只能从四个码字里挑一个，颜色和细线都保不住了。指纹却纹丝不动：它根本不读 token。',
      en: 'Each cell may now choose among four entries only. Colours and fine lines go. The fingerprint has not moved: it never reads the tokens.',
    },
  },
  {
    id: 'artist',
    at: 'lab-compare',
    part: '.panel-understanding',
    asks: { sample: '1F431.twemoji', k: '128' },
    text: {
      zh: '换一位画师画的同一只猫，token 大多换了。再看“最近的概念”：训练要向量守住的是画了什么，不是谁画的。',
      en: 'The same cat by another artist. Most of the tokens have changed. Now look at “Nearest concepts”: what the vector is trained to keep is what a picture shows, not who drew it.',
    },
  },
  {
    id: 'claims',
    at: 'goals',
    text: {
      zh: '这就是本页讲解的文章：两类编码器为何差得这么远。每条论断都做了标记：✓ 成立，≈ 不准确，✕ 错误，? 看法。点开标记，就能看到查证的结果。',
      en: 'Here the article begins: why did the two encoders turn out so different? Each of its claims is marked: ✓ holds, ≈ imprecise, ✕ wrong, ? opinion. Open a mark to read what became of it.',
    },
  },
  {
    id: 'table',
    at: 'design-table',
    text: {
      zh: '文章用五行表格概括自己。最后一列写明每一行由哪个实验检验，又测得了什么。',
      en: 'The article sums itself up in a table of five rows. The last column names the experiment that tests each row, and what it measured.',
    },
  },
  {
    id: 'bits',
    at: 'lab-bits',
    part: '.bits-planes',
    asks: { k: '256', grid: '8' },
    text: {
      zh: 'token 的花费数得清：码本大一倍，每格多一个比特；网格密一级，格数变成四倍。在这张图上拖一拖，看看哪一样对画质影响更大。',
      en: 'What tokens cost can be counted. Doubling the codebook adds one bit a cell; the finer grid has four times the cells. Drag on the chart and see which of the two changes the picture more.',
    },
  },
  {
    id: 'loss',
    at: 'lab-loss',
    part: '.loss-matrix:nth-of-type(2)',
    asks: { temperature: '0.1', positives: 'diagonal' },
    text: {
      zh: '向量从哪里来？从一批图和描述来：两两比较，配对的拉近，其余的推远。把温度调低，看推力落到谁的头上。',
      en: 'Where does the vector come from? From pictures and captions, every picture compared with every caption: pairs are pulled together, the rest pushed apart. Lower the temperature and see whom the push singles out.',
    },
  },
  {
    id: 'inside',
    at: 'lab-inside',
    text: {
      zh: '两个编码器一步步拆开，里面是眼前这张图的真实数字。开头很相像；到了最后，一个取加权平均，一个做出选择。',
      en: 'Both encoders, step by step, with the numbers of the picture before you. They begin alike. At the end one takes a weighted mean, the other makes a choice.',
    },
  },
  {
    id: 'paint',
    at: 'lab-paint',
    part: '.paint-result',
    text: {
      zh: 'token 可以拿来作画。往格子里换一个码字，画面立刻在那里改变，旁边也会沾到一点。指纹就没有这样一支笔。',
      en: 'Tokens can be painted with. Put another entry into a cell and the picture changes there, and a little around it. The fingerprint has no such brush.',
    },
  },
  {
    id: 'find',
    at: 'lab-find',
    part: '.find-columns',
    asks: { like: '1F431' },
    text: {
      zh: '反过来，指纹擅长找。输入一个词，或者拿图来问，三种编码给同一个图库排序，各有各的“像”。',
      en: 'What the fingerprint is good at is finding. Type a word, or ask with the picture: three codes order the same gallery, each by its own idea of likeness.',
    },
  },
  {
    id: 'survives',
    at: 'lab-survives',
    part: '.survival',
    asks: { change: 'redraw' },
    text: {
      zh: '挪一挪，糊一糊，换个人来画：画的东西没变。这里每位画师一行，两种编码各剩多少，越靠右剩得越多；实心点是这张图，空心点是一整批模型没见过的画。',
      en: 'Shift it, blur it, have somebody else draw it: what it shows stays. Here each artist has a row, and the further right a dot, the more of that code has stayed: filled for this picture, hollow for a whole set of drawings that no model has seen.',
    },
  },
  {
    id: 'swap',
    at: 'lab-swap',
    part: '.two-by-two',
    text: {
      zh: '论证的检验：两种编码，两件事都做。从向量画回来，凭 token 认出来；旁边放着未经训练的编码器，好看清哪些本事是白来的。',
      en: 'The argument put to the test: both tasks from both codes. Draw from the vector, recognise from the tokens, with an untrained encoder beside them to show what costs nothing.',
    },
  },
  {
    id: 'outlook',
    at: 'outlook-next',
    text: {
      zh: '所以，编码器之所以不同，是因为训练看重的东西不同。两样都看重，再给足容量，差别就会缩小。',
      en: 'So the encoders differ because their training values different things. Let one value both, give it enough capacity, and the difference shrinks.',
    },
  },
  {
    id: 'literature',
    at: 'literature-figure',
    text: {
      zh: '能缩小到什么程度？别人也测过。选一篇论文，看它的理解成绩与作画成绩；只在一篇之内比较。读到这里，哪一条论断都可以自己去查了。',
      en: 'How far? Others have measured. Choose a paper and set what it understands against what it draws, within that paper only. From here on, every claim is yours to check.',
    },
  },
];

/** All that the tour has asked for by a stop, as by a reader who was led there from the beginning. */
export const askedUntil = (stops: readonly TourStep[], index: number): NonNullable<TourStep['asks']> =>
  Object.assign({}, ...stops.slice(0, index + 1).map(({ asks }) => asks));

/** Characters read in a second, slowly enough to look up from the words. */
const PACE: Readonly<Record<Language, number>> = { zh: 5.5, en: 16 };
/** Seconds to look at what is shown. */
const LOOK = 3;

/** How long a stop lasts before the tour goes on by itself, in seconds. */
export const secondsOf = ({ text }: TourStep, language: Language): number => text[language].length / PACE[language] + LOOK;
