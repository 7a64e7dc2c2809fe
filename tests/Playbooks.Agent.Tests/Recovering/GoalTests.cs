using Playbooks.Agent.Tests.Serving;
using Playbooks.Language;
using Playbooks.Tests.Browser;

namespace Playbooks.Agent.Tests.Recovering;

/// <summary>Tasks that are described in words.</summary>
public sealed class GoalTests(Chromium chromium) : AgentTest(chromium)
{
    private const string Goal = "Cancel order 12345, sign it, and read its total";

    [Fact]
    public async Task Task_is_verified_and_leaves_evidence_and_a_draft_that_validates()
    {
        Server.Then(
            request => ModelReply.Call("click", new { @ref = request.Ref("button \"Cancel order\"") }),
            request => ModelReply.Call("key_press", new { @ref = request.Ref("textbox \"Signature\""), text = "%password%" }),
            _ => ModelReply.Call("step_done", new { step = "1" }),
            _ => ModelReply.Call("step_done", new { step = "1", selector = "#amount" }));
        using var agent = Agent();

        var result = await agent.RunAsync<decimal>(Goal, Page, Cancelled(agent));

        Assert.True(result.Verdict == AgentVerdict.Verified, result.Run.Report);
        Assert.Equal((1234.50m, null, Outcome.Recovered), (result.Value, result.Error, result.Run.Outcome));
        Assert.Equal(Password, await Page.InputValueAsync("#signature"));
        Assert.Contains("name the element that shows the result", Server.Requests[3].Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(Server.Requests, request => Assert.DoesNotContain(Password, request.Body, StringComparison.Ordinal));
        Assert.Contains("password = %password% (a secret)", Server.Requests[0].Text, StringComparison.Ordinal);
        var files = Directory.EnumerateFiles(result.Run.RunFolder).Select(Path.GetFileName).ToList();
        Assert.Superset(new HashSet<string?> { RunFiles.Recovery, RunFiles.Report, RunFiles.Log, "status.json" }, files.ToHashSet());
        Assert.Equal((50, 1), (StoredRun.ReadStatus(result.Run.RunFolder).Tokens.Input, Server.Checks.Count));
        Assert.Equal(
            $$"""
            # Drafted from run {{result.Run.RunId}}. Review it before you use it.
            id: cancel_order_12345_sign_it_and_read_its_total
            name: '{{Goal}}'
            base_url: '{{Server.Url}}'
            start_url: '/order'
            parameters:
              - { name: order_id }
              - { name: password, secret: true }
            steps:
              - action: click
                selector: '[data-testid="cancel"]'
              - action: key_press
                selector: '#signature'
                params: { text: '{password}' }
              - action: extract
                selector: '#amount'
                params: { as: decimal, culture: 'de-DE' }
                store_as: result
                verify: { expect_text_on_page: 'Order {order_id} is cancelled', timeout_ms: 200 }

            """.ReplaceLineEndings("\n"),
            result.Draft);
        Assert.Empty(PlaybookReader.Read("draft.playbook.yaml", result.Draft!).Findings);
    }

    [Fact]
    public async Task Task_without_a_check_is_never_verified()
    {
        Server.Then(request => ModelReply.Call("hover", new { @ref = request.Ref("button \"Cancel order\"") }), _ => ModelReply.Call("step_done", new { step = "1", selector = "#status" }));
        using var agent = Agent();

        var result = await agent.RunAsync<string>("Read the status", Page, Cancelled(agent) with { Verify = null });

        Assert.Equal((AgentVerdict.Unverified, Outcome.Failed, "Open"), (result.Verdict, result.Run.Outcome, result.Value));
        Assert.Equal("The model reports the task as done, but nothing has checked it. Set AgentTask.Verify.", result.Error);
        Assert.Contains("nothing has checked the result", result.Draft, StringComparison.Ordinal);
        Assert.DoesNotContain(PlaybookReader.Read("draft.playbook.yaml", result.Draft!).Findings, finding => finding.Rule.Severity == FindingSeverity.Error);
    }

    [Fact]
    public async Task Model_that_lies_or_leaves_the_scope_fails()
    {
        Server.Then(
            request => ModelReply.Call("click", new { selector = "[data-testid=cancel]" }),
            _ => ModelReply.Call("step_done", new { step = "1" }),
            _ => ModelReply.Call("give_up", new { why = "I cannot." }));
        using var agent = Agent();

        var result = await agent.RunAsync("Look at the order", Page, Cancelled(agent) with { Scope = RecoveryScope.Read });

        Assert.Equal((AgentVerdict.Failed, Outcome.Failed, null), (result.Verdict, result.Run.Outcome, result.Draft));
        Assert.EndsWith("Recovery failed: I cannot.", result.Error, StringComparison.Ordinal);
        Assert.Contains("Unknown action: click", Server.Requests[1].Text, StringComparison.Ordinal);
        Assert.Contains("Step 1 is not verified.", Server.Requests[2].Text, StringComparison.Ordinal);
        Assert.Equal("Open", await Page.InnerTextAsync("#status"));
        await Assert.ThrowsAsync<NotSupportedException>(() => agent.RunAsync<Uri>("Look at the order", Page));
    }

    private AgentTask Cancelled(PlaybookAgent agent) => new()
    {
        StartUrl = "/order",
        Culture = "de-DE",
        Values = [new("order_id", "12345"), new("password", Password) { Secret = true }],
        Verify = new() { TextOnPage = "Order 12345 is cancelled", Timeout = TimeSpan.FromMilliseconds(200) },
        Options = Options(agent),
    };
}
