namespace Playbooks.Browser.Tests.Site;

/// <summary>The site's pages.</summary>
internal static class Pages
{
    /// <summary>One of everything that an action can act on.</summary>
    public const string Workbench = """
        <!doctype html><html lang=en><title>Workbench</title>
        <h1>Workbench</h1>
        <button id=count onclick="this.textContent = 'Clicked ' + (window.clicks = (window.clicks || 0) + 1)">Not clicked</button>
        <button id=chord onclick="out.textContent = `${event.button} ${event.detail} ${event.shiftKey}`" oncontextmenu="out.textContent = 'menu'; return false">Chord</button>
        <a id=leave href="/next?q=clicked">Leave</a>
        <button id=off disabled>Off</button>
        <button id=hidden hidden>Hidden</button>
        <div style="position: relative; width: 120px"><button id=covered>Covered</button><div class=overlay style="position: absolute; inset: 0"></div></div>
        <label>Search <input id=q oninput="out.textContent = this.value" onkeydown="if (event.key === 'Enter') out.textContent = 'Entered ' + this.value"></label>
        <input id=fixed readonly value=fixed aria-label=Fixed>
        <label>Size <select id=size><option value=s>Small</option><option value=m>Medium</option><option value=l>Large</option></select></label>
        <label><input type=checkbox id=terms> Terms</label> <label><input type=checkbox id=news checked> News</label>
        <label>File <input type=file id=file onchange="out.textContent = [...this.files].map(file => file.name).join(' and ')"></label>
        <p id=hover onmouseenter="out.textContent = 'Hovered'">Hover here</p>
        <p id=out></p>
        <dl><dt>Number<dd id=number>42<dt>Price<dd id=price data-unit=EUR>1.234,50<dt>Open<dd id=open>true<dt>Since<dd id=since>2024-01-31</dl>
        <ul><li class=item>One</li><li class=item>Two</li></ul>
        <button id=late onclick="setTimeout(() => { document.body.insertAdjacentHTML('beforeend', '<p id=arrived>Arrived</p>'); document.querySelector('.item').remove() })">Later</button>
        <div id=far style="margin-top: 3000px">Far below</div>
        </html>
        """;

    /// <summary>Another page.</summary>
    public static string Next(string query) => $"""
        <!doctype html><html lang=en><title>Next</title><h1>Next page</h1><p id=query>{System.Net.WebUtility.HtmlEncode(query)}</p></html>
        """;
}
