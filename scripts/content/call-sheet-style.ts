/** For paper: black on white, boxes to tick with a pen, nothing over the edge of a page. */
export const CALL_SHEET_STYLE = `
@page { size: A4; margin: 11mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10pt/1.2 Arial, Helvetica, sans-serif; color: #000; background: #fff; }
.sheet { display: flex; flex-direction: column; height: 273mm; max-width: 188mm; margin: 0 auto; break-after: page; }
.sheet:last-child { break-after: auto; }
h1 { margin: 0; font-size: 17pt; line-height: 1.15; }
p { margin: 1.5mm 0 0; }
.reach { font-size: 13pt; font-weight: bold; overflow-wrap: anywhere; }
.say { padding: 1.5mm 2.5mm; border-left: 1mm solid #000; }
.outcome { display: grid; grid-template-columns: repeat(3, auto); gap: 2mm 5mm; margin: 2mm 0; padding: 2mm; border: 0.4mm solid #000; list-style: none; }
.box { display: inline-block; width: 5mm; height: 5mm; border: 0.4mm solid #000; vertical-align: -1.2mm; }
.line { display: inline-block; width: 45mm; border-bottom: 0.3mm solid #000; }
.line.short { width: 24mm; }
.outcome .line.short { width: 14mm; }
table { flex: 1 1 auto; width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 1mm 1.5mm; border: 0.3mm solid #000; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tbody th { font-weight: bold; }
thead th:first-child { width: 38mm; }
.tick { width: 14mm; text-align: center; }
.new { width: 62mm; }
small, .why, .quiet, footer { font-size: 8.5pt; }
.consent, .signed { line-height: 1.7; }
footer { margin-top: 2mm; }
@media screen { .sheet { padding: 8mm 4mm; border-bottom: 0.4mm dashed #000; } }
`;
