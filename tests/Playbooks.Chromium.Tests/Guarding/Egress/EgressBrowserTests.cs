using Microsoft.Playwright;
using Playbooks.Guarding;
using Playbooks.Guarding.Urls;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Guarding.Egress;

/// <summary>What of a real browser's traffic goes through the proxy, and what goes past it.</summary>
[Collection(SharedChromium.Name)]
public sealed class EgressBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private TestServer server = null!;
    private TestNetwork network = null!;

    public async Task InitializeAsync()
    {
        server = await TestServer.StartAsync();
        network = new TestNetwork(server.Port).With("public.test", TestNetwork.Public).With("private.test", TestNetwork.Private);
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_test_of_this_machine_makes_not_one_connection_to_the_proxy()
    {
        await using var guard = Guard(new(), $"http://app.localhost:{server.Port}");
        await using var context = await ContextAsync(guard);
        var page = await context.NewPageAsync();

        foreach (var host in new[] { "127.0.0.1", "localhost", "app.localhost", "2130706433" })
        {
            await page.GotoAsync($"http://{host}:{server.Port}/");
            Assert.Equal("ok", await page.EvaluateAsync<string>($"fetch('http://127.0.0.1:{server.Port}/empty', {{ mode: 'no-cors' }}).then(() => 'ok')"));
        }

        Assert.Equal(0, guard.Proxied);
        Assert.NotEmpty(server.Asked);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://①⑥⑨.②⑤④.①⑥⑨.②⑤④/")]
    [InlineData("http://0/")]
    [InlineData("http://10.1/")]
    [InlineData("http://private.test/")]
    [InlineData("https://private.test/")]
    public async Task An_address_that_is_private_is_refused_whatever_its_spelling(string url)
    {
        await using var guard = Guard(new());
        await using var context = await ContextAsync(guard);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{server.Port}/");

        await page.EvaluateAsync("url => fetch(url, { mode: 'no-cors' }).catch(() => null)", url);

        Assert.Contains("allow_private_networks: ", Assert.Single(guard.TakeNotes()).Message, StringComparison.Ordinal);
        Assert.Empty(network.Connected);
    }

    [Theory]
    [InlineData("<iframe src=http://private.test/frame onload=done()></iframe>")]
    [InlineData("<img src=http://private.test/image onerror=done()>")]
    [InlineData("<script src=https://private.test/script onerror=done()></script>")]
    [InlineData("<script>fetch('http://public.test/to?url=http://private.test/', { mode: 'no-cors' }).then(done, done)</script>")]
    [InlineData("<script>new WebSocket('ws://private.test/ws').onerror = done</script>")]
    [InlineData("<script>new WebSocket('wss://private.test/ws').onerror = done</script>")]
    [InlineData("<script>new EventSource('http://private.test/events').onerror = done</script>")]
    [InlineData("<script>const worker = new Worker(URL.createObjectURL(new Blob(['fetch(`http://private.test/`, { mode: `no-cors` }).then(() => postMessage(1), () => postMessage(1))']))); worker.onmessage = done</script>")]
    [InlineData("<iframe src='data:text/html,<img src=http://private.test/ >' onload=done()></iframe>")]
    public async Task No_part_of_a_page_reaches_a_private_host(string html)
    {
        await using var guard = Guard(new());
        await using var context = await ContextAsync(guard);
        var page = await context.NewPageAsync();
        var whole = $"<!doctype html><script>window.over = new Promise(resolve => window.done = () => resolve())</script>{html}";

        await page.GotoAsync($"http://public.test/page?html={Uri.EscapeDataString(whole)}");
        await page.EvaluateAsync("() => window.over");

        Assert.Contains("private.test resolved to 10.0.0.5", Assert.Single(guard.TakeNotes()).Message, StringComparison.Ordinal);
        Assert.All(network.Connected, endPoint => Assert.Equal(TestNetwork.Public, endPoint.Address));
        Assert.DoesNotContain(server.Asked, asked => asked.StartsWith("private.test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_web_socket_to_a_public_host_works_through_the_proxy()
    {
        await using var guard = Guard(new());
        await using var context = await ContextAsync(guard);
        var page = await context.NewPageAsync();
        await page.GotoAsync("http://public.test/");

        var echo = await page.EvaluateAsync<string>(
            "() => new Promise(resolve => { const s = new WebSocket('ws://public.test/ws'); s.onopen = () => s.send('hi'); s.onmessage = e => resolve(e.data); s.onerror = () => resolve('failed'); })");

        Assert.Equal("echo hi", echo);
    }

    [Fact]
    public async Task A_name_that_becomes_private_between_two_requests_is_refused_then()
    {
        network.With("rebind.test", lookup => [lookup == 1 ? TestNetwork.Public : TestNetwork.Private]);
        await using var guard = Guard(new());
        await using var context = await ContextAsync(guard);
        var page = await context.NewPageAsync();
        await page.GotoAsync("http://rebind.test/");

        // Another port is another connection, for which the name is looked up again.
        await page.EvaluateAsync("() => fetch('http://rebind.test:8080/', { mode: 'no-cors' }).catch(() => null)");

        Assert.Contains("rebind.test resolved to 10.0.0.5", Assert.Single(guard.TakeNotes()).Message, StringComparison.Ordinal);
        Assert.All(network.Connected, endPoint => Assert.Equal(TestNetwork.Public, endPoint.Address));
    }

    [Fact]
    public async Task A_blocked_domain_is_refused_even_on_this_machine_and_others_of_it_are_not()
    {
        await using var guard = Guard(new() { BlockedDomains = ["*.localhost"] });
        await using var context = await ContextAsync(guard);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{server.Port}/");
        Assert.Equal(0, guard.Proxied);

        await page.EvaluateAsync($"() => fetch('http://ads.localhost:{server.Port}/', {{ mode: 'no-cors' }}).catch(() => null)");

        Assert.Contains("blocked_domains: *.localhost", Assert.Single(guard.TakeNotes()).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Asked, asked => asked.StartsWith("ads.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_is_read_as_Chromium_reads_it_or_not_at_all()
    {
        string[] hosts =
        [
            .. Enumerable.Range(1, 126).Select(code => $"a{(char)code}b.test"), .. Enumerable.Range(0, 256).Select(code => $"a%{code:x2}b.test"),
            "%65vil.test", "evil%2Etest", "ｅｖｉｌ．ｔｅｓｔ", "evil。test", "evil｡test", "faß.test", "bücher.test", "BÜCHER.TEST", "xn--bcher-kva.test", "a\u00ADb.test", "a\u200Bb.test", "a\u200Db.test",
            "℀.test", "①②⑦.⓪.⓪.①", "127.1", "0x7f.1", "0x7f.0x0.0x0.0x1", "017700000001", "08.1.1.1", "1.2.3", "1.2.3.4.5", "4294967296", "0x", "1.2.3.0x", "a.1", "1.a", "a.0x1", "127.0.0.1.", "127.0.0.1..",
            "a.test.", "a.test..", ".a.test", "a..test", "-a.test", "a-.test", "_a.test", "[::1]", "[::ffff:127.0.0.1]", "[::1%25lo]", "[::1]:80", "[::1]a", "[::1", "a:", "a:0", "a:65535", "a:65536", "a:8x", "user@a", "u:p@a", "u@v@a", @"b\@a", "b?@a", "b#@a", "b/@a",
        ];
        string[] urls = [.. hosts.Select(host => $"http://{host}/x"), "http:a.test", "http:/a.test", "http:///a.test", @"http:\\a.test", @"http:\a.test", " http://a.test ", "\u0001http://a.test", "ht\ttp://a.test", "HTTP://A.TEST"];
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"http://127.0.0.1:{server.Port}/");

        var read = await page.EvaluateAsync<string?[]>("urls => urls.map(url => { try { return new URL(url).hostname; } catch { return null; } })", urls);

        Assert.All(urls.Zip(read), each =>
        {
            var ours = HostText.From(each.First);
            Assert.True(ours is null || (each.Second is { } theirs && Same(ours, theirs)), $"Chromium reads '{each.Second}' in '{each.First}', and we '{ours}'.");
        });
        Assert.InRange(urls.Count(url => HostText.From(url) is not null), 100, urls.Length);
    }

    private static bool Same(string ours, string theirs) =>
        HostText.Address(ours) is { } address ? address.Equals(HostText.Address(theirs)) : ours == (theirs.EndsWith('.') ? theirs[..^1] : theirs);

    [Fact]
    public void Where_nothing_could_be_refused_there_is_no_proxy() => Assert.Null(Guard(new() { AllowPrivateNetworks = true }).OpenProxy());

    [Fact]
    public void Where_the_machine_has_a_proxy_of_its_own_none_stands_before_it_and_a_note_says_what_that_means()
    {
        var guard = new RunGuard(new(), null, _ => { }, _ => { }, new TestNetwork(server.Port) { IsBehindProxy = true });

        Assert.Null(guard.OpenProxy());
        Assert.Contains("HTTPS_PROXY", Assert.Single(guard.TakeNotes()).Message, StringComparison.Ordinal);
    }

    private RunGuard Guard(Guardrails rules, string? baseUrl = null) => new(rules, baseUrl, _ => { }, _ => { }, network);

    private Task<IBrowserContext> ContextAsync(RunGuard guard) => chromium.Browser.NewContextAsync(new() { Proxy = guard.OpenProxy() });
}
