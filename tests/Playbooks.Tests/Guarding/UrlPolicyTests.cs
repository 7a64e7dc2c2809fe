using System.Net;
using Playbooks.Guarding;
using Playbooks.TestSupport;

namespace Playbooks.Tests.Guarding;

public sealed class UrlPolicyTests
{
    [Theory]
    [MemberData(nameof(GuardedUrls.All), MemberType = typeof(GuardedUrls))]
    public void A_run_judges_a_url_as_the_compiler_does(string allowed, string blocked, bool allowPrivate, string? baseUrl, string url, bool isBlocked) =>
        Assert.Equal(isBlocked, Policy(allowed, blocked, allowPrivate, baseUrl).Navigation(url) is not null);

    [Theory]
    [InlineData("", "*.example.com", "https://a.example.com/x", "blocked_domains: *.example.com", "take '*.example.com' out of guardrails.blocked_domains")]
    [InlineData("example.com *.test", "", "https://shop.org/", "allowed_domains: example.com, *.test", "add 'shop.org' to guardrails.allowed_domains")]
    [InlineData("", "", "http://10.0.0.5/", "allow_private_networks: 10.0.0.5 is private", "set guardrails.allow_private_networks: true")]
    [InlineData("", "", "file:///etc/passwd", "schemes: file", "Only http, https, about:blank and data")]
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

    private static UrlPolicy Policy(string allowed, string blocked, bool allowPrivate = false, string? baseUrl = null) => new(
        new()
        {
            AllowedDomains = allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            BlockedDomains = blocked.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            AllowPrivateNetworks = allowPrivate,
        },
        baseUrl);
}
