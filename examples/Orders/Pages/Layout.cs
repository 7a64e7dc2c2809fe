namespace Orders.Pages;

/// <summary>Renders the frame around the content of every page.</summary>
public static class Layout
{
    public static Html Page(string title, Markup markup, Html content) => Html.Of(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{title} · Harbour &amp; Pine</title>
          <link rel="icon" href="/favicon.ico" type="image/svg+xml">
          <link rel="stylesheet" href="/orders.css">
          <script src="/orders.js" defer></script>
        </head>
        <body>
          <a class="skip" href="#content">Skip to content</a>
          <header class="bar">
            <a class="brand" href="{markup.Link("/orders")}">
              <svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8"/><path d="M16 6l7 10h-4l5 7H17v4h-2v-4H8l5-7H9z"/></svg>
              <span>Harbour &amp; Pine</span>
            </a>
            <p class="where">Order desk</p>
            <a class="quiet" href="/office/payments">Back office</a>
            <button type="button" class="quiet" data-opens="shortcuts" aria-keyshortcuts="?">Shortcuts <kbd>?</kbd></button>
          </header>
          <main id="content">
        {content}
          </main>
          {Shortcuts}
        </body>
        </html>
        """);

    private static Html Shortcuts { get; } = Html.Of(
        $"""
        <dialog data-dialog="shortcuts" aria-labelledby="shortcuts-title">
          <h2 id="shortcuts-title">Keyboard shortcuts</h2>
          <dl class="keys">
            <div><dt>Search orders</dt><dd><kbd>/</kbd></dd></div>
            <div><dt>Cancel the order on screen</dt><dd><kbd>c</kbd></dd></div>
            <div><dt>Show these shortcuts</dt><dd><kbd>?</kbd></dd></div>
            <div><dt>Close a dialog</dt><dd><kbd>Esc</kbd></dd></div>
          </dl>
          <form method="dialog" class="actions"><button class="button">Close</button></form>
        </dialog>
        """);
}
