import { expect, test } from 'vitest';
import {
  allowedFigure,
  difference,
  quotient,
  sameAs,
  sumOfBlock,
  sumOfCells,
} from '../../../src/intake/form/form-formulas.js';

test('A sum of blanks is blank, of dashes a dash, else rounded to whole fen', () => {
  expect(sumOfBlock('B8:B13', 6)).toBe('IF(COUNT(B8:B13)=0,IF(COUNTIF(B8:B13,"-")>0,"-",""),ROUND(SUM(B8:B13),6))');
  expect(sumOfCells(['F8', 'H8'], 6)).toBe('IF(COUNT(F8,H8)=0,IF(OR(F8="-",H8="-"),"-",""),ROUND(SUM(F8,H8),6))');
});

test('A balance is blank as long as one of its terms is unknown, and takes a dash as nothing', () => {
  expect(difference('B8', ['C8'], 6)).toBe(
    'IF(AND(OR(ISNUMBER(B8),B8="-"),OR(ISNUMBER(C8),C8="-"),COUNT(B8,C8)>0),ROUND(N(B8)-N(C8),6),"")',
  );
});

test('Months and rates never divide by zero or by a dash', () => {
  expect(quotient('M8', 'K8', 2)).toBe('IF(AND(ISNUMBER(M8),ISNUMBER(K8)),IF(K8>0,ROUND(M8/K8,2),""),"")');
});

test('What is blank elsewhere is blank here', () => {
  expect(sameAs("'当期收支'!B8")).toBe(`IF('当期收支'!B8="","",'当期收支'!B8)`);
});

test('Persons must be whole and not below zero, a balance may be overdrawn; a dash may always be typed', () => {
  expect(allowedFigure('B8', { mayBeNegative: false, isWhole: true })).toBe(
    'IF(ISNUMBER(B8),AND(B8>=0,B8=INT(B8)),B8="-")',
  );
  expect(allowedFigure('B8', { mayBeNegative: false, isWhole: false })).toBe('IF(ISNUMBER(B8),B8>=0,B8="-")');
  expect(allowedFigure('B8', { mayBeNegative: true, isWhole: false })).toBe('OR(ISNUMBER(B8),B8="-")');
});
