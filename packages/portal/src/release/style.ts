/** The whole style of a baked page: no file from elsewhere, light and dark, and for paper. */
export const releaseStyle = `
:root{color-scheme:light dark;--ink:light-dark(#12201f,#e9efee);--soft:light-dark(#4a5a59,#a8b8b6);--paper:light-dark(#fff,#0f1718);--rule:light-dark(#d5dedd,#2f4041);--accent:light-dark(#0b5d66,#7fd1d8)}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
main,header,footer{max-width:60rem;margin:0 auto;padding:1rem clamp(1rem,4vw,2.5rem)}
h1{font-size:1.95rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.4rem;line-height:1.25;margin:2.5rem 0 .25rem}
h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
p,li{max-width:68ch}
a{color:var(--accent)}
.subtitle,.more,.source{color:var(--soft);font-size:.875rem}
.notice{border:2px solid var(--accent);padding:.5rem .75rem;max-width:none}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;margin:.5rem 0;min-width:min(100%,24rem)}
caption{text-align:start;color:var(--soft);padding-block:.25rem;max-width:calc(100vw - 2rem)}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--rule);text-align:end;vertical-align:top}
th[scope=row],th[scope=rowgroup],thead tr th:first-child{text-align:start;font-weight:500}
thead th{font-weight:600}
thead th[colspan]:not([colspan="1"]){text-align:center}
tfoot th,tfoot td{font-weight:600;border-top:2px solid var(--rule)}
abbr[title]{text-decoration:none}
.chart{display:block;width:100%;height:auto;max-width:45rem;font-size:12px;fill:var(--ink);color-scheme:light}
.narrow{display:none}
@media screen and (max-width:32rem){.narrow{display:block}.wide{display:none}}
.chart .grid{stroke:#d5dedd}
figure{margin:0}
.map svg{width:100%;height:auto;max-width:45rem;color-scheme:light}
.map .land{fill:#eef2f1;stroke:#c3cecd;stroke-width:.5}
.map .own path,.map .own circle{fill:#cfe3e4;stroke:#4a5a59;stroke-width:.75}
.map .own .hidden{fill:#fff;stroke-dasharray:3 2}
.map .circles circle{fill:#0b5d668c;stroke:#0b5d66;pointer-events:none}
@media(prefers-color-scheme:dark){.chart,.map svg{--ink:#12201f;background:#fff;padding:.5rem}}
nav ul{padding-inline-start:1.25rem}
@page{margin:16mm 15mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt system-ui,sans-serif}}
@media print{a{color:inherit;text-decoration:none}h2,h3,.subtitle{break-after:avoid;break-inside:avoid}caption{max-width:none}.chart{max-width:36rem}.map svg{max-width:30rem}.source{display:none}.chart,.map,table{break-inside:avoid}nav,.screen{display:none}body{font-size:11pt}}
`.replaceAll('\n', '')
