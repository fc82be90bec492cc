/**
 * The styles of the lab that the page opens with, in the lab's own order: it is part of the page before its script is there, and one
 * file of styles is on the reader's machine sooner than a dozen.
 */
import '../ui/Button.css';
import '../ui/StopSlider.css';
import '../ui/Choice.css';
import './compare/ControlBar.css';
import '../ui/CellOutline.css';
import '../ui/PixelImage.css';
import '../ui/TokenGrid.css';
import '../ui/WeightLayer.css';
import '../ui/SignedBars.css';
import '../ui/RankedBars.css';
import './compare/CellInspector.css';
import '../ui/ShareStrip.css';
import './compare/GenerationPanel.css';
import '../ui/Sprite.css';
import '../ui/SpriteChoice.css';
import '../ui/RangeSlider.css';
import './compare/CropTools.css';
import './compare/PicturePanel.css';
import './compare/SampleGallery.css';
import './compare/MatchRow.css';
import './shared/ValueTable.css';
import './shared/ChartTable.css';
import './compare/UnderstandingPanel.css';
import './compare/CompareLab.css';
import './compare/docked.css';
