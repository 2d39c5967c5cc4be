import { from } from 'arquero';
import { describe, expect, it } from 'vitest';
import { escapeChartText } from '../../../src/show/charts/text.js';
import { clipText, textWidth, wrapText } from '../../../src/show/charts/text-width.js';
import { CHART_FONT, GRADE_COLOURS, gradeColour, SERIES } from '../../../src/show/charts/theme.js';
import { enrolmentByRegion } from '../../../src/subjects/enrolment/enrolment-by-region.js';

describe('the look that charts share', () => {
  it('colours a grade by its severity and what has no grade grey', () => {
    expect(gradeColour(1)).toBe(GRADE_COLOURS[0]);
    expect(gradeColour(2)).toBe(GRADE_COLOURS[1]);
    expect(gradeColour(98)).toBe(gradeColour(99));
    expect(GRADE_COLOURS).not.toContain(gradeColour(99));
    expect(gradeColour(Number.NaN)).toBe(gradeColour(99));
  });

  it('gives no series the colour of a grade', () => {
    expect(Object.values(SERIES).filter((colour) => [...GRADE_COLOURS, gradeColour(99)].includes(colour))).toEqual([]);
    expect(new Set(GRADE_COLOURS).size).toBe(GRADE_COLOURS.length);
  });

  it('sets font, white ground and separators on every chart', () => {
    const table = from([{ scheme: 'employee', regionName: '攸县', quantity: 1, share: 1 }]);
    const { layout } = enrolmentByRegion(table, { scheme: 'employee' });
    expect(layout).toMatchObject({
      font: { family: CHART_FONT },
      paper_bgcolor: '#FFFFFF',
      plot_bgcolor: '#FFFFFF',
      separators: '.,',
    });
  });

  it('escapes what Plotly would read as markup', () => {
    expect(escapeChartText('<a href="x">&</a>')).toBe('&lt;a href="x"&gt;&amp;&lt;/a&gt;');
  });

  it('measures Chinese as wide as the font and breaks or clips lines at a width', () => {
    expect(textWidth('攸县', 10)).toBe(20);
    expect(wrapText('一二三四五', 20, 10)).toEqual(['一二', '三四', '五']);
    expect(clipText('一二三四五', { width: 20, fontSize: 10, lines: 2 })).toEqual(['一二', '三…']);
    expect(clipText('一二三四', { width: 20, fontSize: 10, lines: 2 })).toEqual(['一二', '三四']);
  });
});
