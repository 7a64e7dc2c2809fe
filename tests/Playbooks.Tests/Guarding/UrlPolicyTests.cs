using System.Net;
using Playbooks.Guarding.Urls;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Guarding;

public sealed class UrlPolicyTests
{
    [Theory]
    [MemberData(nameof(GuardedUrls.All), MemberType = typeof(GuardedUrls))]
    public void A_run_judges_a_url_as_the_compiler_does(string allowed, string blocked, bool allowPrivate, string? baseUrl, string url, bool isBlocked) =>
        Assert.Equal(isBlocked, Policy(allowed, blocked, allowPrivate, baseUrl).Navigation(url) is not null);

    [Theory]
    [InlineData("", "*.example.com", "https://a.example.com/x", "blocked_domains: *.example.com", "remove '*.example.com' from guardrails.blocked_domains")]
    [InlineData("example.com *.test", "", "https://shop.org/", "allowed_domains: example.com, *.test", "add 'shop.org' to guardrails.allowed_domains")]
    [InlineData("", "", "http://10.0.0.5/", "allow_private_networks: 10.0.0.5 is private", "set guardrails.allow_private_networks: true")]
    [InlineData("", "", "file:///etc/passwd", "schemes: file", "Only http, https, about, data, and blob")]
    public void A_refusal_names_the_url_the_rule_and_how_to_allow_it(string allowed, string blocked, string url, string rule, string advice)
    {
        var refusal = Policy(allowed, blocked).Navigation(url)!;

        Assert.Equal(rule, refusal.Rule);
        Assert.StartsWith($"{url} is blocked by the playbook's guardrails ({rule}). ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(advice, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.GuardrailBlocked, refusal.ToException().Code);
    }

    [Theory]
    [InlineData("http://2852039166/latest", true)] // 169.254.169.254
    [InlineData("http://0xa9.0xfe.0xa9.0xfe/", true)]
    [InlineData("http://0251.0376.0251.0376/", true)]
    [InlineData("http://10.1/", true)]
    [InlineData("http://①⑨②.①⑥⑧.①.①/", true)]
    [InlineData("http://10.0.0.5./", true)]
    [InlineData("http://user:password@10.0.0.5/", true)]
    [InlineData("http://127.0.0.1@10.0.0.5/", true)]
    [InlineData("http://2130706433/", false)] // 127.0.0.1
    [InlineData("http://①②⑦.⓪.⓪.①/", false)]
    public void An_address_is_judged_whatever_its_spelling(string url, bool isBlocked) =>
        Assert.Equal(isBlocked, Policy("", "").Navigation(url) is not null);

    [Theory]
    [InlineData("http://a!b.evil.test/")]
    [InlineData("http://a~b.evil.test/")]
    [InlineData("http://a$b.evil.test/")]
    [InlineData("https://a&b.evil.test/")]
    [InlineData("http://a'b.evil.test/")]
    [InlineData("http://(a).evil.test/")]
    [InlineData("http://a*b.evil.test/")]
    [InlineData("http://a+b.evil.test/")]
    [InlineData("http://a,b.evil.test/")]
    [InlineData("http://a;b.evil.test/")]
    [InlineData("http://a=b.evil.test/")]
    [InlineData("http://a%21b.evil.test/")]
    [InlineData("http://a..evil.test/")]
    [InlineData("http://a.evil.test../")]
    [InlineData("http://a b.evil.test/")]
    [InlineData("http://a%20b.evil.test/")]
    [InlineData("http://a%00.evil.test/")]
    [InlineData("http://shop.test%2f.evil.test/")]
    [InlineData("http://shop.test℀.evil.test/")]
    [InlineData("http://256.256.256.256/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://[::1/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://[v1.evil]/")]
    [InlineData("http://shop.test:99999/")]
    [InlineData("http://shop.test:80:90/")]
    [InlineData("http://")]
    [InlineData("http:")]
    public void A_host_that_cannot_be_read_is_refused_in_every_mode(string url)
    {
        foreach (var policy in new[] { Policy("", ""), Policy("*", ""), Policy("shop.test", ""), Policy("", "ads.test"), Policy("", "", allowPrivate: true), Policy("", "", baseUrl: "http://shop.test/") })
        {
            Assert.Equal("hosts: unreadable", policy.Navigation(url)?.Rule);
        }
    }

    [Theory]
    [InlineData("a!b.evil.test")]
    [InlineData("a%62.evil.test!")]
    [InlineData("a..test")]
    [InlineData("1.2.3.4.5")]
    public void A_connection_to_a_host_that_cannot_be_read_is_refused_too(string host)
    {
        Assert.Equal("hosts: unreadable", Policy("", "").Connection(host)?.Rule);
        Assert.Equal("hosts: unreadable", Policy("*", "").Connection(host)?.Rule);
    }

    [Theory]
    [InlineData("http://evil_x.test/")]
    [InlineData("http://%65vil.test/")]
    [InlineData("http://evil%2Etest/")]
    [InlineData(@"http:\\evil.test\x")]
    [InlineData(@"http://evil.test\@shop.test/")]
    [InlineData("http:evil.test/")]
    [InlineData("http:///evil.test/")]
    [InlineData(" http://ev\til.te\nst/")]
    [InlineData("http://evil。test/")]
    [InlineData("http://ｅｖｉｌ．ｔｅｓｔ/")]
    [InlineData("http://shop.test@evil.test/")]
    [InlineData("http://shop.test:80@evil.test/")]
    [InlineData("http://evil.test?shop.test")]
    [InlineData("http://evil.test#@shop.test")]
    [InlineData("http://evil.test.")]
    [InlineData("http://-evil.test/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://017700000001/")]
    public void A_host_is_judged_as_the_browser_reads_it_and_not_as_it_is_written(string url)
    {
        Assert.StartsWith("allowed_domains: ", Policy("shop.test", "").Navigation(url)!.Rule, StringComparison.Ordinal);
        Assert.StartsWith("blocked_domains: ", Policy("", "*evil* 127.*").Navigation(url)!.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("example.com/x")]
    [InlineData("/x")]
    [InlineData("//example.com/x")]
    [InlineData("?x=http")]
    public void A_text_without_a_scheme_is_refused(string url) => Assert.Equal("schemes: none", Policy("", "").Navigation(url)!.Rule);

    [Theory]
    [InlineData("shop.test", "", "", "", "http://shop.test/", false)]
    [InlineData("*.test", "", "shop.test", "", "http://other.test/", true)]
    [InlineData("shop.test", "", "*", "", "http://other.test/", true)]
    [InlineData("", "ads.test", "ads.test", "", "http://ads.test/", true)]
    [InlineData("*.test", "", "", "a.test", "http://a.test/", true)]
    [InlineData("*.test", "", "", "a.test", "http://b.test/", false)]
    public void The_domains_of_a_request_hold_beside_the_authors(string allowed, string blocked, string requestAllows, string requestBlocks, string url, bool isBlocked)
    {
        var author = Rules(allowed, blocked, allowPrivate: false);
        var request = Rules(requestAllows, requestBlocks, allowPrivate: true);
        var policy = new UrlPolicy(author.NarrowDomains(request.AllowedDomains, request.BlockedDomains), null);

        Assert.Equal(isBlocked, policy.Navigation(url) is not null);
    }

    [Fact]
    public void Limits_that_are_narrowed_again_keep_what_narrowed_them_before()
    {
        var policy = new UrlPolicy(new Guardrails().NarrowDomains(["a.test", "b.test"], []).NarrowDomains([], ["b.test"]), null);

        Assert.Null(policy.Navigation("http://a.test/"));
        Assert.NotNull(policy.Navigation("http://b.test/"));
        Assert.NotNull(policy.Navigation("http://c.test/"));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("view-source:http://localhost/")]
    [InlineData("chrome://version")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://localhost/")]
    [InlineData(" FILE:///etc/passwd")]
    [InlineData("about:")]
    public void Other_schemes_than_the_allowed_ones_are_refused(string url) =>
        Assert.StartsWith("schemes: ", Policy("", "").Navigation(url)!.Rule, StringComparison.Ordinal);

    [Fact]
    public void The_allowed_domains_say_where_the_run_goes_and_not_what_its_pages_load()
    {
        var policy = Policy("shop.test", "");

        Assert.NotNull(policy.Navigation("https://cdn.test/"));
        Assert.Null(policy.Connection("cdn.test"));
    }

    [Theory]
    [InlineData("ads.example.com", true)]
    [InlineData("ADS.example.com.", true)]
    [InlineData("shop.example.com", false)]
    public void The_blocked_domains_hold_for_every_connection_and_the_allowed_ones_win(string host, bool isBlocked) =>
        Assert.Equal(isBlocked, Policy("shop.example.com", "*.example.com").Connection(host) is not null);

    [Fact]
    public void A_glob_covers_an_international_name_in_both_its_spellings()
    {
        Assert.NotNull(Policy("", "*.bücher.example").Connection("www.xn--bcher-kva.example"));
        Assert.NotNull(Policy("", "*.xn--bcher-kva.example").Navigation("https://www.bücher.example/"));
    }

    [Fact]
    public void A_name_is_judged_by_the_address_that_it_resolved_to()
    {
        var policy = Policy("", "");

        Assert.Equal("allow_private_networks: intranet.test resolved to 10.0.0.5, which is private", policy.Address("intranet.test", IPAddress.Parse("10.0.0.5"))!.Rule);
        Assert.Null(policy.Address("intranet.test", IPAddress.Parse("93.184.216.34")));
        Assert.Null(policy.Address("intranet.test", IPAddress.Loopback));
    }

    [Fact]
    public void The_host_of_the_base_url_may_have_any_address()
    {
        var policy = Policy("", "", baseUrl: "https://Intranet.test:8443/app");

        Assert.Null(policy.Address("intranet.test", IPAddress.Parse("10.0.0.5")));
        Assert.NotNull(policy.Address("other.test", IPAddress.Parse("10.0.0.5")));
    }

    [Fact]
    public void Hosts_that_are_allowed_anyway_go_past_the_proxy_unless_a_domain_rule_blocks_them()
    {
        Assert.Equal(["localhost", "127.0.0.1", "[::1]", "[fd00::1]", "*.localhost", "127.0.0.0/8"], Policy("", "", baseUrl: "http://[fd00::1]:80/").PastProxy);
        Assert.Equal(["127.0.0.1", "[::1]", "app.test"], Policy("app.test", "local* *.test", baseUrl: "http://app.test/").PastProxy);
    }

    [Theory]
    [InlineData("", false, true)]
    [InlineData("", true, false)]
    [InlineData("x.test", true, true)]
    public void A_proxy_is_needed_where_a_connection_may_be_refused(string blocked, bool allowPrivate, bool needed) =>
        Assert.Equal(needed, Policy("", blocked, allowPrivate).NeedsProxy);

    private static UrlPolicy Policy(string allowed, string blocked, bool allowPrivate = false, string? baseUrl = null) => new(Rules(allowed, blocked, allowPrivate), baseUrl);

    private static Guardrails Rules(string allowed, string blocked, bool allowPrivate) => new()
    {
        AllowedDomains = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        BlockedDomains = blocked.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        AllowPrivateNetworks = allowPrivate,
    };
}
