using Playbooks.Agent.Tests.Serving;
using Playbooks.Tests.Browser;

namespace Playbooks.Agent.Tests.Recovering;

/// <summary>How the calls of the model are answered.</summary>
public sealed class ToolTests(Chromium chromium) : AgentTest(chromium)
{
    [Fact]
    public async Task Unknown_malformed_and_incomplete_calls_are_answered_with_what_is_right()
    {
        Server.Then(
            new ModelReply { Calls = [ScriptedCall.Of("clik", new { @ref = "e5" }), ScriptedCall.Of("evaluate", new { script = "1" }), new("click", "{\"ref\": "), ScriptedCall.Of("click"), ScriptedCall.Of("click", new { @ref = "e5 >> button" }), ScriptedCall.Of("click", new { @ref = "e999" }), ScriptedCall.Of("execute_sequence", new { steps = "click" }), ScriptedCall.Of("step_done", new { step = "one" })] },
            ModelReply.Call("give_up", new { why = "Enough." }));

        await CancelAsync();

        var answers = Server.Requests[1].Text;
        Assert.Contains("Unknown action: clik. Did you mean 'click'?", answers, StringComparison.Ordinal);
        Assert.Contains("Unknown action: evaluate. Use one of goto, click, ", answers, StringComparison.Ordinal);
        Assert.Contains("The arguments of click are not valid JSON", answers, StringComparison.Ordinal);
        Assert.Contains("The action click needs the ref of an element.", answers, StringComparison.Ordinal);
        Assert.Contains("'e5 >> button' is not a reference. References look like e12.", answers, StringComparison.Ordinal);
        Assert.Contains("The latest view of the page shows no element e999.", answers, StringComparison.Ordinal);
        Assert.Contains("execute_sequence needs steps", answers, StringComparison.Ordinal);
        Assert.Contains("step_done needs the address of a step, such as 1.", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("evaluate", Server.Requests[0].Tools);
        Assert.Contains("click", Server.Requests[0].Tools);
    }

    [Fact]
    public async Task Sequence_stops_at_the_first_failure_with_a_picture_and_the_page()
    {
        Server.Then(
            request => ModelReply.Call("execute_sequence", new { steps = new object[] { new { action = "hover", @ref = request.Ref("button \"Cancel order\"") }, new { action = "scroll", direction = "sideways" }, new { action = "click", @ref = "e1" } } }),
            request => ModelReply.Call("give_up", new { why = "Enough." }));

        await CancelAsync();

        Assert.Contains("Step 2 (scroll): Refused: The param direction must be one of up, down, left, right, into_view, but is 'sideways'.\nResults of the steps before it:\nStep 1 (hover): Done.\n<page-", Server.Requests[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Step 3", Server.Requests[1].Text[Server.Requests[1].Text.IndexOf("Step 2 (scroll)", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("image/jpeg", Server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_after_one_that_has_changed_the_page_are_not_performed()
    {
        Server.Then(
            request => new ModelReply
            {
                Calls =
                [
                    ScriptedCall.Of("hover", new { @ref = request.Ref("button \"Cancel order\"") }),
                    ScriptedCall.Of("key_press", new { @ref = request.Ref("textbox \"Signature\""), text = "Ada" }),
                    ScriptedCall.Of("key_press", new { @ref = request.Ref("textbox \"Signature\""), text = "Bob" }),
                ],
            },
            _ => ModelReply.Call("give_up", new { why = "Enough." }));

        await CancelAsync();

        Assert.Equal("Ada", await Page.InputValueAsync("#signature"));
        Assert.Contains("Not performed: an earlier call of this turn (key_press aria-ref=", Server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_latest_view_and_picture_stay_in_the_conversation()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            Server.Then(_ => ModelReply.Call("get_page"), _ => ModelReply.Call("screenshot"));
        }

        await CancelAsync();

        Assert.All(Server.Requests, request => Assert.Equal(1, request.Count("\nTitle: Order 12345\n")));
        Assert.All(Server.Requests.Skip(2), request => Assert.Equal(1, request.Count("image/jpeg")));
        Assert.InRange(Server.Requests[7].Body.Length, 0, Server.Requests[3].Body.Length + 4_000);
    }

    [Fact]
    public async Task Budget_of_calls_ends_the_recovery_with_a_clear_error()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            Server.Then(_ => ModelReply.Call("get_page"));
        }

        var run = await CancelAsync(Agent(new() { Calls = 2 }));

        Assert.EndsWith("Recovery failed: The budget of 2 model calls is used up. Raise AgentOptions.Calls if the task needs more.", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Server.Requests.Count);
        Assert.Equal(20, run.InputTokens);
    }

    [Theory]
    [InlineData(25, null, "Recovery failed: The budget of 25 tokens is used up.")]
    [InlineData(null, 20, "Recovery failed: The tokens that RecoveryLimits.Tokens allows for the recoveries of a run are used up.")]
    public async Task Budget_of_tokens_ends_the_recovery_with_a_clear_error(int? own, int? ofRun, string error)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            Server.Then(_ => ModelReply.Call("get_page"));
        }

        var run = await CancelAsync(Agent(new() { Tokens = own ?? 1_000 }), options => options with { RecoveryLimits = new() { Tokens = ofRun } });

        Assert.Contains(error, run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Server.Requests.Count);
    }

    [Theory]
    [InlineData(529, false, "it is overloaded (HTTP 529)", 10)]
    [InlineData(200, true, "the connection failed: the answer ended before it was complete", 80)]
    public async Task Provider_that_fails_in_a_recovery_ends_it_with_both_errors_and_all_tokens_count(int status, bool isCut, string why, int tokens)
    {
        Server.Then(ModelReply.Call("get_page"), new ModelReply { Status = status, IsCut = isCut, InputTokens = 70 });

        var run = await CancelAsync(Agent(new() { Attempts = 1 }));

        Assert.Contains("#cancel-order", run.Error, StringComparison.Ordinal);
        Assert.EndsWith($"Recovery failed: The model did not answer: {why}.", run.Error, StringComparison.Ordinal);
        Assert.Equal((tokens, tokens, tokens), (run.InputTokens, run.Steps[0].RecoveryInputTokens, StoredRun.ReadStatus(run.RunFolder).Tokens.Input));
    }

    [Fact]
    public async Task Time_limit_ends_a_slow_model_and_its_earlier_tokens_count()
    {
        Server.Then(ModelReply.Call("get_page"), new ModelReply { Hangs = true });

        var run = await CancelAsync(change: static options => options with { RecoveryLimits = new() { Time = TimeSpan.FromMilliseconds(1500) } });

        Assert.True(run.Error!.Contains("Recovery failed: The recovery took longer than 1.5 s and was stopped.", StringComparison.Ordinal), run.Error);
        Assert.Equal(10, run.InputTokens);
    }
}
