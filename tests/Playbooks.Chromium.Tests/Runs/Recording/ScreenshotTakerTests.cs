using Microsoft.Playwright;
using Playbooks.Guarding.Secrets;
using Playbooks.Recording;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Runs.Recording;

public sealed class ScreenshotTakerTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Secret = "correct horse";

    // Every element is 200 x 40, has a place of its own, and is red all over: what is still red in a screenshot was not covered.
    private const string Red = "<style>body{margin:0}.red{position:absolute;left:0;width:200px;height:40px;border:0;padding:0;background:red;color:red}iframe{border:0}</style>";

    /// <summary>What shows a secret in one page, each in a row of its own.</summary>
    private static readonly string[] Rows =
    [
        $"<input class=red value='{Secret}'>",
        $"<input class=red type=password value='{Secret}'>",
        $"<textarea class=red>{Secret}</textarea>",
        $"<div class=red>The password {Secret} is wrong</div>",
        "<div class=red>correct\n     horse</div>",
        "<div class=red>Q29ycmVjdCBob3JzZQ== Y29ycmVjdCBob3JzZQ==</div>",
        "<div class=red>correct%20horse</div>",
        "<div class=red>correct<b> hor</b>se</div>",
        $"<input class=red placeholder='{Secret}'>",
        $"<input class=red type=submit value='{Secret}'>",
        $"<select class=red><option>{Secret}</option></select>",
        "<input class=red value='correct h'>",
    ];

    /// <summary>What needs a page of its own.</summary>
    public static TheoryData<string> Showing => new(
        $"<div class=red id=host></div><script>document.querySelector('#host').attachShadow({{mode: 'open'}}).innerHTML = '{Secret}'</script>",
        $"<div class=red id=host></div><script>document.querySelector('#host').attachShadow({{mode: 'open'}}).innerHTML = '<div style=\"height:40px\">{Secret}</div>'</script>",
        $"<iframe style='position:absolute;left:0;top:0;width:200px;height:40px' srcdoc=\"<body style='margin:0'><p style='margin:0;height:40px;background:red;color:red'>{Secret}</p>\"></iframe>");

    /// <summary>What only the browser's own layout tells of.</summary>
    public static TheoryData<string> Rendering => new(
        $"<style>.red::before {{ content: '{Secret}' }}</style><div class=red></div>",
        $"<style>.red::after {{ content: attr(data-tip) }}</style><div class=red data-tip='{Secret}'></div>",
        "<style>.red::after { content: ' horse' }</style><div class=red>correct</div>",
        $"<style>#far::before {{ content: '{Secret}'; position: fixed; left: 0; top: 100px; width: 200px; height: 40px; background: red; color: red }}</style><div id=far style='width:1px;height:1px'></div>",
        $"<div class=red id=host></div><script>document.querySelector('#host').attachShadow({{ mode: 'closed' }}).innerHTML = '{Secret}'</script>",
        $"<div class=red id=host></div><script>document.querySelector('#host').attachShadow({{ mode: 'closed' }}).innerHTML = '<p id=inner></p>'.replace('></p', '><b>correct</b> <i>horse</i></p')</script>",
        $"<div class=red id=host></div><script>const root = document.querySelector('#host').attachShadow({{ mode: 'closed' }}); root.innerHTML = '<input>'; root.firstChild.value = '{Secret}'</script>",
        $"<div id=outer></div><script>const outer = document.querySelector('#outer').attachShadow({{ mode: 'open' }}); outer.innerHTML = '<div id=in style=\"width:200px;height:40px;background:red;color:red\"></div>'; outer.firstChild.attachShadow({{ mode: 'closed' }}).innerHTML = '{Secret}'</script>",
        "<canvas width=200 height=40 style='position:absolute;left:0;top:0'></canvas><script>const pen = document.querySelector('canvas').getContext('2d'); pen.fillStyle = 'red'; pen.fillRect(0, 0, 200, 40)</script>",
        "<div id=host style='position:absolute;left:0;top:0'></div><script>const root = document.querySelector('#host').attachShadow({ mode: 'closed' }); root.innerHTML = '<canvas width=200 height=40></canvas>'; const pen = root.firstChild.getContext('2d'); pen.fillStyle = 'red'; pen.fillRect(0, 0, 200, 40)</script>",
        $"<img style='position:absolute;left:0;top:0' src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='200' height='40'><rect width='200' height='40' fill='red'/><text>{Secret}</text></svg>\">",
        $"<div style=\"width:200px;height:40px;background-image:url(&quot;data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='200' height='40'><rect width='200' height='40' fill='red'/><text>{Secret}</text></svg>&quot;)\"></div>",
        $"<div style='width:50px;height:1px;white-space:nowrap'><span style='background:red;color:red;font-size:40px'>{Secret}</span></div>");

    [Theory]
    [MemberData(nameof(Rendering))]
    public async Task What_is_shown_and_is_in_no_document_is_covered(string html)
    {
        await Page.SetContentAsync("<!doctype html>" + Red + html);
        Assert.True(await RedAsync(SecretMask.None) > 4000, "The page is red where the secret is.");

        Assert.Equal(0, await RedAsync(new([Secret])));
        Assert.Equal(0, await Page.EvaluateAsync<int>($"document.querySelectorAll('[{RenderedSecrets.Attribute}]').length"));
    }

    [Fact]
    public async Task Everything_that_shows_a_secret_is_covered()
    {
        await Page.SetContentAsync(Red + string.Concat(Rows.Select(static (html, row) => $"<div style='position:absolute;left:0;top:{row * 40}px'>{html}</div>")));
        Assert.True(await RedAsync(SecretMask.None) > Rows.Length * 6000, "Every row is red where its secret is.");

        Assert.Equal(0, await RedAsync(new([Secret])));
    }

    [Theory]
    [MemberData(nameof(Showing))]
    public async Task What_shows_a_secret_is_covered(string html)
    {
        await Page.SetContentAsync(Red + html);
        Assert.True(await RedAsync(SecretMask.None) > 6000, "The page is red where the secret is.");

        Assert.Equal(0, await RedAsync(new([Secret])));
    }

    [Fact]
    public async Task What_shows_no_secret_stays()
    {
        await Page.SetContentAsync(Red + $"<div class=red>Nothing</div><div class=red style='top:60px'>{Secret}</div>");

        Assert.InRange(await RedAsync(new([Secret])), 7000, 8100);
    }

    [Fact]
    public async Task An_element_is_taken_with_its_secrets_covered()
    {
        await Page.SetContentAsync(Red + $"<main style='position:absolute;width:200px;height:40px'><div class=red>{Secret}</div></main>");

        Assert.Equal(0, await RedAsync(new([Secret]), Page.Locator("main")));
    }

    [Fact]
    public async Task A_page_full_of_secrets_is_covered_as_a_whole()
    {
        await Page.SetContentAsync(Red + string.Concat(Enumerable.Range(0, 60).Select(static n => $"<div class=red style='top:{n * 40}px'>{Secret}</div>")));

        Assert.Equal(0, await RedAsync(new([Secret])));
    }

    [Fact]
    public async Task The_page_is_not_told_the_secret()
    {
        await Page.SetContentAsync("<p>Nothing</p>");
        await Page.EvaluateAsync("window.heard = []; for (const name of ['indexOf', 'includes', 'replace']) { const own = String.prototype[name]; String.prototype[name] = function (...args) { heard.push(String(this), ...args.map(String)); return own.apply(this, args); } }");

        await RedAsync(new([Secret]));

        Assert.DoesNotContain(await Page.EvaluateAsync<string[]>("heard"), static text => text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_cannot_be_searched_is_not_taken()
    {
        await Page.SetContentAsync($"<script>Array.prototype.push = () => {{ throw new Error('no'); }}</script><p>{Secret}</p>");

        var error = await Assert.ThrowsAsync<PlaybookException>(() => RedAsync(new([Secret])));

        Assert.StartsWith("No screenshot was taken because the page could not be searched for secrets", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder.Screenshots));
    }

    [Fact]
    public async Task A_web_font_that_never_loads_does_not_hold_up_the_screenshot()
    {
        await ServeAsync("/", Red + "<style>@font-face { font-family: late; src: url(/never) } .red { font-family: late }</style><div class=red>Nothing</div>");
        await Page.RouteAsync("**/never", _ => Task.CompletedTask);
        await Page.GotoAsync("http://app.test/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        Assert.InRange(await RedAsync(SecretMask.None), 7000, 8100);
        Assert.Equal("loading", await Page.EvaluateAsync<string>("document.fonts.status"));
    }

    [Fact]
    public async Task A_secret_in_a_name_is_hidden_and_a_second_file_gets_a_name_of_its_own()
    {
        var taker = new ScreenshotTaker(Folder, new([Secret]));

        var names = new[] { await taker.TakeAsync(Page, null, 3, "log in/correct horse", 5000), await taker.TakeAsync(Page, null, 3, "log in/correct horse", 5000) };

        Assert.Equal(["0003_log_in____.jpg", "0003_log_in____-2.jpg"], names.Select(Path.GetFileName));
    }

    [Fact]
    public async Task Nothing_is_written_through_a_link()
    {
        var outside = Path.Combine(Folder.Root, "outside.jpg");
        Directory.CreateDirectory(Folder.Screenshots);
        File.CreateSymbolicLink(Path.Combine(Folder.Screenshots, "0001_a.jpg"), outside);

        var path = await new ScreenshotTaker(Folder, SecretMask.None).TakeAsync(Page, null, 1, "a", 5000);

        Assert.Equal("0001_a-2.jpg", Path.GetFileName(path));
        Assert.False(File.Exists(outside));

        Directory.Delete(Folder.Screenshots, recursive: true);
        Directory.CreateSymbolicLink(Folder.Screenshots, Folder.Root);
        var error = await Assert.ThrowsAsync<PlaybookException>(() => new ScreenshotTaker(Folder, SecretMask.None).TakeAsync(Page, null, 1, "a", 5000));
        Assert.Equal(ErrorCode.InvalidPath, error.Code);
    }

    /// <summary>Takes a screenshot and counts its red points.</summary>
    private async Task<int> RedAsync(SecretMask mask, ILocator? element = null)
    {
        var path = await new ScreenshotTaker(Folder, mask).TakeAsync(Page, element, 1, "red", 10_000);
        var image = Convert.ToBase64String(await File.ReadAllBytesAsync(path));
        var counter = await Page.Context.NewPageAsync();
        return await counter.EvaluateAsync<int>(
            """
            async image => {
              const blob = await (await fetch('data:image/jpeg;base64,' + image)).blob();
              const bitmap = await createImageBitmap(blob);
              const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
              canvas.drawImage(bitmap, 0, 0);
              const points = canvas.getImageData(0, 0, bitmap.width, bitmap.height).data;
              let red = 0;
              for (let at = 0; at < points.length; at += 4) if (points[at] > 200 && points[at + 1] < 90 && points[at + 2] < 90) red++;
              return red;
            }
            """,
            image);
    }
}
