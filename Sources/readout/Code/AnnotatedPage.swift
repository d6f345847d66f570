/// The web page around annotated articles: one file that needs no other.
enum AnnotatedPage {
  static let begin = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Readout</title>
    <style>
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --dim: #667; --line: #d8dce2;
      --st: #e8f1fd; --ev: #fdeacb; --en: #2b6cb0; --tm: #8a5a00; --pl: #1f7a4d; --cu: #9b2c5e; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e4e7eb; --paper: #15181c; --dim: #98a; --line: #363b42;
        --st: #1d2c3f; --ev: #46351a; --en: #7db3ee; --tm: #e0b25c; --pl: #6fcf9f; --cu: #ef8fbb; } }
    body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem 4rem; background: var(--paper); color: var(--ink);
      font: 1.05rem/1.65 Georgia, "Times New Roman", serif; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.5rem 0 .25rem; }
    h2 { font: 600 .9rem system-ui, sans-serif; letter-spacing: .04em; text-transform: uppercase; color: var(--dim); }
    header p, .legend, aside { font-family: system-ui, sans-serif; font-size: .88rem; line-height: 1.45; }
    header p { color: var(--dim); margin: 0 0 1rem; }
    .columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2.5rem; }
    @media (max-width: 56rem) { .columns { display: block; } }
    .text { white-space: pre-wrap; overflow-wrap: anywhere; }
    .text span { position: relative; }
    .st { background: var(--st); border-radius: .15em; }
    .ev { background: var(--ev); border-radius: .15em; }
    .en { border-bottom: 2px solid var(--en); }
    .tm { border-bottom: 2px dotted var(--tm); }
    .pl { border-bottom: 2px dashed var(--pl); }
    .cu { color: var(--cu); font-style: italic; }
    .ti { font-weight: bold; }
    .cr { font-variant: small-caps; }
    .fu { color: var(--dim); text-decoration: line-through; }
    .text span:hover, .text span:focus { outline: 1px solid currentColor; }
    .text span:focus::after { content: attr(title); position: absolute; left: 0; top: 100%; z-index: 1; width: max-content;
      max-width: 24rem; padding: .35em .6em; background: var(--ink); color: var(--paper); border-radius: .3em;
      font: 400 .8rem/1.4 system-ui, sans-serif; text-decoration: none; white-space: normal; }
    .text span:target { outline: 2px solid var(--cu); }
    aside ul { list-style: none; padding: 0; margin: 0; }
    aside li { padding: .45rem 0; border-top: 1px solid var(--line); }
    aside a { color: var(--en); }
    aside li span { color: var(--dim); }
    aside em { display: block; font-style: normal; }
    .legend { border-bottom: 1px solid var(--line); padding-bottom: .6rem; }
    .legend span { margin-right: 1rem; white-space: nowrap; }
    @media print { aside { display: none; } .columns { display: block; } }
    </style>
    </head>
    <body>
    <main>
    <p class="legend"><span class="st">statement</span><span class="cu">cue</span><span class="ev">event</span>\
    <span class="en">entity</span><span class="tm">time</span><span class="pl">place</span>\
    <span class="fu">not the story</span> Point at a mark, or move to it with the tabulator key.</p>

    """

  static let end = """
    </main>
    </body>
    </html>

    """
}
