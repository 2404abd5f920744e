/// How pages look: on a screen of any width, light or dark, and on paper.
///
/// Colours of channels are told apart by all common kinds of colour vision; those of ages go from
/// cool to warm and from light to dark. No figure is told by colour alone.
let pageStyle: StaticString = """
  :root {
    color-scheme: light dark;
    --paper: #fbfaf7; --card: #ffffff; --ink: #1c2430; --soft: #566173; --line: #e0ddd5;
    --accent: #0b5a7a; --edge: #7d735f; --alarm: #9c3412; --shade: #f3f1ea;
    --age0: #b9c6cf; --age1: #f2c879; --age2: #e69a3c; --age3: #c9601e; --age4: #8a2c0f;
    --c-email: #0072b2; --c-letter: #e69f00; --c-registered: #b2481b; --c-sms: #009e73;
    --c-call: #a6659a; --c-task: #6b7280; --c-cash: #00795a;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #12171e; --card: #1a212b; --ink: #e9ecf0; --soft: #a5b0be; --line: #2e3845;
      --accent: #7cc4e4; --edge: transparent; --alarm: #f2a583; --shade: #202834;
      --age0: #54626f; --age1: #f4d28f; --age2: #eda94f; --age3: #e07a35; --age4: #d1512b;
      --c-email: #56b4e9; --c-letter: #f0b83c; --c-registered: #e8804f; --c-sms: #35c69b;
      --c-call: #d79ccb; --c-task: #98a2b0; --c-cash: #35c69b;
    }
  }
  * { box-sizing: border-box; }
  html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
  body {
    margin: 0 auto; padding: 0 1.5rem 3rem; max-width: 76rem;
    background: var(--paper); color: var(--ink);
    font: 400 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
    font-variant-numeric: tabular-nums lining-nums;
  }
  h1, h2, h3 { line-height: 1.2; font-weight: 650; letter-spacing: -0.012em; text-wrap: balance; }
  h1 { font-size: 2rem; margin: 0.1rem 0 0; }
  h2 { font-size: 1.3rem; margin: 0 0 1rem; }
  h3 { font-size: 1rem; margin: 0; }
  p { margin: 0.4rem 0; }
  a { color: var(--accent); text-underline-offset: 0.2em; }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
  .skip { position: absolute; left: -100rem; }
  .skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; z-index: 2; }
  header.top { padding: 2.4rem 0 1.2rem; border-bottom: 3px solid var(--ink); }
  .brand { margin: 0; color: var(--accent); font-weight: 650; letter-spacing: 0.08em; font-size: 0.85rem; }
  .subtitle { color: var(--soft); margin: 0.35rem 0 0; font-size: 1.05rem; }
  nav ul { list-style: none; margin: 0; padding: 0.8rem 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.3rem; }
  nav { border-bottom: 1px solid var(--line); font-size: 0.92rem; }
  nav a { text-decoration: none; }
  nav a:hover { text-decoration: underline; }
  .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; margin: 1.6rem 0; }
  .tile { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 0.9rem 1.1rem; }
  .tile p { margin: 0; }
  .label { color: var(--soft); font-size: 0.85rem; }
  .large { font-size: 1.65rem; font-weight: 650; letter-spacing: -0.02em; line-height: 1.35; overflow-wrap: anywhere; }
  .detail { color: var(--soft); font-size: 0.88rem; }
  section { margin: 2.2rem 0 0; }
  main > section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.4rem 1.5rem 1.5rem; }
  .note, figcaption, .empty { color: var(--soft); font-size: 0.9rem; max-width: 62rem; }
  .alarm { color: var(--alarm); font-weight: 600; }
  .group { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.7rem; margin: 1.6rem 0 0.6rem; }
  .group:first-child { margin-top: 0; }
  .scroll { overflow-x: auto; margin: 0.6rem 0 1.3rem; }
  main > section > h3:not(:first-of-type) { margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
  caption { text-align: left; color: var(--soft); font-size: 0.88rem; padding: 0 0 0.45rem; }
  th, td { padding: 0.42rem 0.75rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
  th:first-child, td:first-child { padding-left: 0.2rem; position: sticky; left: 0; background: var(--card); }
  th:last-child, td:last-child { padding-right: 0.2rem; }
  thead th { color: var(--soft); font-weight: 600; font-size: 0.84rem; border-bottom: 2px solid var(--line); vertical-align: bottom; white-space: nowrap; }
  tbody th { font-weight: 500; min-width: 9rem; overflow-wrap: anywhere; }
  td { overflow-wrap: break-word; }
  th.n, td.n { text-align: right; white-space: nowrap; }
  tbody th.n { min-width: 0; }
  tbody tr:hover > * { background: var(--shade); }
  tfoot th, tfoot td { font-weight: 650; border-top: 2px solid var(--ink); border-bottom: 0; }
  thead button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
  thead button::after { content: " ↕"; opacity: 0.35; }
  th[aria-sort="ascending"] button::after { content: " ↑"; opacity: 1; }
  th[aria-sort="descending"] button::after { content: " ↓"; opacity: 1; }
  .filter { margin: 0 0 0.4rem; }
  .filter label { color: var(--soft); font-size: 0.88rem; display: inline-flex; gap: 0.6rem; align-items: center; }
  .filter input { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: 6px; padding: 0.25rem 0.6rem; min-width: 14rem; max-width: 60vw; }
  time { white-space: nowrap; }
  .muted { color: var(--soft); }
  .id { color: var(--soft); font-size: 0.85em; }
  .tag { display: inline-block; border: 1px solid var(--line); background: var(--shade); border-radius: 99px; padding: 0.02rem 0.65rem; font-size: 0.84rem; white-space: nowrap; }
  figure { margin: 0.6rem 0 1rem; }
  .legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; list-style: none; padding: 0; margin: 0.5rem 0; font-size: 0.88rem; color: var(--soft); }
  .legend li::before { content: ""; display: inline-block; width: 0.8em; height: 0.8em; border-radius: 2px; margin-right: 0.45em; background: currentColor; }
  .legend span { color: var(--soft); }
  svg { display: block; width: 100%; height: auto; overflow: visible; }
  svg.bar { height: 1.05rem; width: 100%; min-width: 7rem; border-radius: 3px; }
  td:has(svg.bar) { vertical-align: middle; }
  table.bars td:has(svg.bar) { width: 45%; }
  table.sortable svg.bar { width: 8rem; min-width: 0; }
  table.bars th, table.bars td { border-bottom: 0; padding-top: 0.28rem; padding-bottom: 0.28rem; }
  table.bars tbody th { min-width: 5.5rem; }
  table.bars:not(.compared) thead { position: absolute; left: -100rem; }
  svg.bar + svg.bar { margin-top: 2px; }
  ul.plain { list-style: none; margin: 0; padding: 0; }
  .narrow svg { min-width: 40rem; }
  ol.events { list-style: none; margin: 0.2rem 0 0.6rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 1.2rem; color: var(--soft); font-size: 0.88rem; }
  svg text { fill: var(--soft); font: 12px system-ui, "Noto Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums; }
  svg text.strong { fill: var(--ink); font-weight: 600; }
  svg .axis { stroke: var(--line); stroke-width: 1; }
  svg .today { stroke: var(--alarm); stroke-width: 2; stroke-dasharray: 4 3; }
  svg .due { stroke: var(--ink); stroke-width: 2; }
  svg .lane { stroke: var(--line); stroke-width: 2; }
  svg .lateness { fill: var(--age1); opacity: 0.55; }
  .age0 { fill: var(--age0); color: var(--age0); } .age1 { fill: var(--age1); color: var(--age1); }
  .age2 { fill: var(--age2); color: var(--age2); } .age3 { fill: var(--age3); color: var(--age3); }
  .age4 { fill: var(--age4); color: var(--age4); }
  .email { fill: var(--c-email); color: var(--c-email); } .letter { fill: var(--c-letter); color: var(--c-letter); }
  .registered { fill: var(--c-registered); color: var(--c-registered); } .sms { fill: var(--c-sms); color: var(--c-sms); }
  .call { fill: var(--c-call); color: var(--c-call); } .task { fill: var(--c-task); color: var(--c-task); }
  .cash { fill: var(--c-cash); color: var(--c-cash); } .other { fill: var(--soft); color: var(--soft); }
  rect.age0, rect.age1, rect.age2, rect.letter { stroke: var(--edge); vector-effect: non-scaling-stroke; }
  article { border-top: 1px solid var(--line); padding: 1rem 0 0.4rem; }
  article:first-of-type { border-top: 0; }
  article header { display: flex; flex-wrap: wrap; gap: 0.2rem 0.8rem; align-items: baseline; }
  article .amount { margin-left: auto; font-weight: 650; font-size: 1.08rem; white-space: nowrap; }
  article ul.why { margin: 0.3rem 0 0.5rem; padding-left: 1.1rem; color: var(--soft); font-size: 0.9rem; }
  .claims { font-size: 0.92rem; }
  table.part tbody th { min-width: 0; }
  @media (min-width: 50rem) {
    table.part { table-layout: fixed; }
    table.part th:nth-child(1) { width: 20%; } table.part th:nth-child(2) { width: 14%; }
    table.part th:nth-child(3) { width: 13%; } table.part th:nth-child(4) { width: 17%; }
    table.part th:nth-child(5), table.part td:nth-child(5) { padding-left: 2.5rem; }
  }
  table.part caption { padding: 0.2rem 0; }
  table.part th, table.part td { padding-top: 0.25rem; padding-bottom: 0.25rem; }
  .email-edge { border-color: var(--c-email); } .letter-edge { border-color: var(--c-letter); }
  .registered-edge { border-color: var(--c-registered); } .sms-edge { border-color: var(--c-sms); }
  .call-edge { border-color: var(--c-call); } .task-edge { border-color: var(--c-task); }
  [hidden] { display: none !important; }
  details summary { cursor: pointer; color: var(--accent); font-size: 0.92rem; padding: 0.2rem 0; }
  footer { margin-top: 2.2rem; color: var(--soft); font-size: 0.88rem; }
  @media (max-width: 40rem) {
    body { padding: 0 1rem 2rem; }
    header.top { padding-top: 1.4rem; }
    h1 { font-size: 1.55rem; }
    main > section { padding: 1.1rem 1rem; margin-left: -0.35rem; margin-right: -0.35rem; }
    .tiles { grid-template-columns: 1fr 1fr; gap: 0.6rem; }
    .tile { padding: 0.7rem 0.8rem; }
    .large { font-size: 1.25rem; }
    th, td { padding: 0.4rem 0.5rem; }
    tbody th { min-width: 7.5rem; }
    .timeline svg { min-width: 0; }
    .timeline svg text { display: none; }
    .timeline circle { r: 14px; }
    .timeline path { transform: scale(2); transform-box: fill-box; transform-origin: center; }
  }
  @media print {
    :root {
      color-scheme: light;
      --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; --shade: #fff;
      --age0: #b9c6cf; --age1: #f2c879; --age2: #e69a3c; --age3: #c9601e; --age4: #8a2c0f;
    }
    body { max-width: none; padding: 0; font-size: 9.5pt; }
    nav, .skip, .filter { display: none; }
    main > section { border: 0; padding: 0; margin-top: 1.2rem; }
    .tile, article, tr, figure { break-inside: avoid; }
    h2, h3, caption { break-after: avoid; }
    thead { display: table-header-group; }
    tfoot { display: table-row-group; }
    .large { font-size: 14pt; }
    thead button::after { content: ""; }
    .scroll { overflow: visible; }
    details::details-content { content-visibility: visible; block-size: auto; }
    th:first-child, td:first-child { position: static; }
    .age0, .age1, .age2, .age3, .age4, .legend li::before, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  }
  @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }

  """
