using Playbooks.Language.Tests.Markup;

namespace Playbooks.Language.Tests.Rules;

/// <summary>PB0601: URLs that the playbook's own guardrails block.</summary>
public sealed class GuardrailTests
{
    [Theory]
    [InlineData("allowed_domains: [example.com]", "{|PB0601:https://example.org/|}")]
    [InlineData("allowed_domains: [example.com]", "https://example.com/")]
    [InlineData("allowed_domains: [example.com]", "{|PB0601:https://a.example.com/|}")]
    [InlineData("allowed_domains: ['*.example.com']", "https://a.example.com/")]
    [InlineData("allowed_domains: ['*.example.com']", "https://example.com/")]
    [InlineData("allowed_domains: ['*.example.com']", "https://a.b.EXAMPLE.com:8443/")]
    [InlineData("allowed_domains: ['*.example.com']", "{|PB0601:https://badexample.com/|}")]
    [InlineData("blocked_domains: ['*.example.com']", "{|PB0601:https://example.com/|}")]
    [InlineData("blocked_domains: ['*.example.com']", "https://example.org/")]
    [InlineData("blocked_domains: ['*.example.com'], allowed_domains: [a.example.com]", "https://a.example.com/")]
    [InlineData("blocked_domains: ['*.example.com']", "/relative")]
    [InlineData("blocked_domains: ['*.example.com']", "'https://{run_id}.example.com/'")]
    [InlineData("", "{|PB0601:http://192.168.1.1/|}")]
    [InlineData("", "{|PB0601:'http://10.0.0.1/'|}")]
    [InlineData("", "{|PB0601:\"http://[fd00::1]/\"|}")]
    [InlineData("", "http://127.0.0.1:5000/")]
    [InlineData("", "http://localhost:5000/")]
    [InlineData("", "\"http://[::1]/\"")]
    [InlineData("", "http://172.32.0.1/")]
    [InlineData("allow_private_networks: true", "http://192.168.1.1/")]
    [InlineData("blocked_domains: [x.test]", "about:blank")]
    public void A_goto_is_blocked_or_not(string guardrails, string url) =>
        Check.File($"id: test\nguardrails: {{ {guardrails} }}\nsteps:\n  - action: goto\n    params:\n      url: {url}\n");

    /// <summary>A run judges the same URLs in the same way.</summary>
    [Theory]
    [MemberData(nameof(GuardedUrls.All), MemberType = typeof(GuardedUrls))]
    public void The_compiler_judges_a_url_as_a_run_does(string allowed, string blocked, bool allowPrivate, string? baseUrl, string url, bool isBlocked)
    {
        // The base URL itself may be blocked too; that is another finding.
        var baseLine = baseUrl is null ? "" : $"base_url: \"{baseUrl}\" # playbooks: disable PB0601\n";
        var quoted = isBlocked ? $"{{|PB0601:\"{url}\"|}}" : $"\"{url}\"";
        Check.File($$"""
            id: test
            {{baseLine}}guardrails: { allowed_domains: [{{List(allowed)}}], blocked_domains: [{{List(blocked)}}], allow_private_networks: {{(allowPrivate ? "true" : "false")}} }
            steps: [{ action: goto, params: { url: {{quoted}} } }]

            """);
    }

    private static string List(string globs) => string.Join(", ", globs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(glob => $"\"{glob}\""));

    [Theory]
    [InlineData("allowed_domains: [{|PB0004:'http://x.de'|}]", "'http://x.de' is more than a host. Write 'x.de'.")]
    [InlineData("allowed_domains: [{|PB0004:x.de/a|}]", "Write 'x.de'.")]
    [InlineData("blocked_domains: [{|PB0004:'*.x.de:8080'|}]", "Write '*.x.de'.")]
    [InlineData("blocked_domains: [a.de, {|PB0004:''|}]", "A domain cannot be empty.")]
    [InlineData("blocked_domains: [{|PB0004:a b|}]", "because it contains a space")]
    [InlineData("allowed_domains: ['*', localhost, 127.0.0.1, '[::1]', '::1', größe.de, xn--gre-6ka8i.de, '*.a_b.de']", "")]
    public void Domain_is_a_host(string guardrails, string message) => Check.Head($"guardrails: {{ {guardrails} }}", message.Length == 0 ? [] : [message]);

    [Fact]
    public void The_playbooks_own_urls_are_looked_at() => Check.File("""
        id: test
        base_url: {|PB0601:http://a.test|}
        start_url: {|PB0601:"http://b.test/"|}
        guardrails: { allowed_domains: [c.test] }
        steps: [{ action: goto, params: { url: "http://c.test/" } }]
        """, "allowed_domains does not contain it");

    [Fact]
    public void The_host_of_base_url_may_be_private() => Check.File("""
        id: test
        base_url: http://192.168.1.1/
        start_url: http://192.168.1.1/x
        steps: [{ action: goto, params: { url: {|PB0601:"http://192.168.1.2/"|} } }]
        """, "allow_private_networks");
}
