import { remembered } from '../remembered.ts';
import { folded, NO_WORD } from './words.ts';

/** Letters of a name that tell it from others: "christ" stands for Christina and Christopher. */
const LETTERS = 6;

/** So many bits speak for a name. */
const PROOFS = 5;

/** The first of the characters that stand for six bits each. */
const ZERO = 35;

/**
 * A Bloom filter of about a thousand of the commonest given names of many countries, which would take five times the
 * space themselves. It is made of `test/profiles/structure/given-names.txt`, and the test beside that says how.
 */
export const FILTER =
  "CD3K(=#(6[?Mb$H1$N-N'JB1\\)2IPYGQI(T>3EC)I(*.<GSVZ+9;V9F=+_`$8K2EX,,DN@5NWGT7);/&N[S4'04.$L\\-GG(ZA1,#32&V\\6]F9_X&,5'7X2-,?'U30W+D)[CK3S=IKQZ@8C)&Q6[DC/7E@-3/`I<<,/7$#&L$#'7KH6%AFRHWF,[3.]690;,C%O'D]/='R<<$bVS#70E,CN2?D4XM\\H+1<OE*0'^BECIP(,S-b0SB]I8-\\-,?@[T:23U+MJ5%5-#)\\,`#O#3)3>33+8$/_;0F5GN`OB&1V-5X#F'32'U.I)4IaS*#K#\\.SM2Q(L+^'-#.EYU3I6&_0,7C<-1S)GF>'7?Y2$b\\6+;@-DI???3)40P0D:9UM3F%^>W;9//(S'1#TZ=/F0a#83;S%$NBU3QA][&[N60SV6_1W=7L:M;6R=BO:]F<[QLM0KG@O$K]A7SD*SMC'J7NEC(;7T4@F'F'KG7IG,+%.Y_7'FGI+/#\\GS.ST7/F1-0PJZM42M;Y:V%CGE+U&(CETBTT%b`C;M2:R'B*;F%SO_'X_+I/>+MR0%;@C)<$UYS>=(NG4=47@6-3bO:GO4?H$C_&XH&;'K[NW=-B?.%#:XG+CBU%/N_YXSV].WB,K47OX5_''45FZ_35N7>;aa7S?@*W(0+2GGEU6QT;T*4P),302K1/3%ICBZY)@3=.Aa.<052'4'0[(U]EH=DGP7+6-,H3(\\?/UO4&`:FWE&L9\\WKN8.=896a#P/%I0%/S*+]G.OOW#W?\\-4-*/I#D+>6,?98;:0;+OEED8:24E'D$>,3N3%&1N%XKKRDEG#<3$8G,7?-C)4/+IX;JD4Q_/3G/(_:91&FB7W^TJ(8C3`#WLK)W).G0**M?PSYJ2$Z=JH#OLbH8TR-MMXL4HX9*#:1KS7EO#'3H*/`]0R/T)/%&-1/,3MFCI\\.46#EDY/8P)bZ9#)U[9=YQU=QQ^<)aK`#'1.*<H'[(P\\MS4]CEW=\\M#;T&(HI<M)?HHTP$W?/W93IPO''KCI$)C=A,9I0,WN4=<aP/`+]\\^DKE/_+P?^bO<\\9Y+3G-DL?S(,7-$['$F$JT#KM-,C)YW%TR:3$&]H4SDJ97,<1#:51QC/%S\\GUWC44<VEI,E)-O5V5S+.5<%b,W6K+,(=CHM4]$OE=U'8:97+E]`*290&**;=8G.4aP>YaDWO8+7UV*H;4D>WY&3a-:V9$S)b8_NLK^@%WM4`*>6JE'CP6LC=;$PL(?50&(N%$a%RS3\\$^7)*H-8)bJV16KH7VK8F_S\\?*%+32:O>#T__4+G,A/:[K^C-+3UG,GH2U'JI)6X)3#MS[5KH,=PI-%[?[UE4]K8RF'?Y'/Tb*_\\\\^FQD8HTb$?ED.26_73^W9>D/E%DYCWKXB3CH51RF)0D7U`).KDUF4&=#GOY<H@[3PDZ*T;O&BYU#]-HC<+DD(3#3)'F039@82%:2;N;#3=.D;$BC;#)NPY8SL$a.4H)GU`(HG9";

/** Where the bits of a word stand in a filter of so many. */
export function* placesOf(word: string, bits: number): Generator<number> {
  let hash = 7;
  for (const letter of word.slice(0, LETTERS)) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
  for (let proof = 0; proof < PROOFS; proof++) {
    hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
    yield (hash >>> 0) % bits;
  }
}

const isCommon = remembered((word) => {
  for (const place of placesOf(word, FILTER.length * 6))
    if (!(((FILTER.charCodeAt(Math.floor(place / 6)) - ZERO) >> (place % 6)) & 1)) return false;
  return word.length > 2;
});

/** Whether a name begins with one of the commonest given names. */
export const beginsGiven = (name: string) => isGiven(name.split(' ', 1)[0] ?? '');

/**
 * Whether a text has one of the commonest given names. Of people every other bears one, of things hardly any; two in
 * a hundred other words pass for one.
 */
export const isGiven = (text: string): boolean => folded(text).split(NO_WORD).some(isCommon);
