using Playbooks.Agent.Models;
using Playbooks.Agent.Tests.Playbooks;
using Playbooks.Agent.Tests.Serving;
using Playbooks.Tests.Browser;

namespace Playbooks.Agent.Tests.Recovering;

/// <summary>What a recovery can lead to, with a real browser and the wire formats of the providers.</summary>
public sealed class RecoveryTests(Chromium chromium) : AgentTest(chromium)
{
    [Theory]
    [InlineData("anthropic")]
    [InlineData("openai")]
    public async Task Step_is_recovered_and_the_playbook_goes_on_by_itself(string provider)
    {
        Server.Then(
            request => ModelReply.Call("click", new { @ref = request.Ref("button \"Cancel order\"") }),
            _ => ModelReply.Call("step_done", new { step = "1" }));

        var run = await CancelAsync(Agent(provider: ModelProvider.All.Single(one => one.Name == provider)));

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal([Outcome.Recovered, Outcome.Passed, Outcome.Passed], run.Steps.Select(step => step.Outcome));
        Assert.Equal("Cancelled", run.Outputs.Status);
        Assert.Equal((2, 1), (Server.Requests.Count, Server.Checks.Count));
        Assert.Equal((30, 15), (run.InputTokens, run.OutputTokens));
        Assert.Equal((30, 15), (run.Steps[0].RecoveryInputTokens, run.Steps[0].RecoveryOutputTokens));
        var status = StoredRun.ReadStatus(run.RunFolder);
        Assert.Equal((30, 15), (status.Tokens.Input, status.Tokens.Output));
    }

    [Fact]
    public async Task Two_steps_are_reported_in_one_turn()
    {
        Server.Then(
            request => ModelReply.Call("execute_sequence", new
            {
                steps = new object[]
                {
                    new { action = "click", @ref = request.Ref("button \"Cancel order\"") },
                    new { action = "key_press", @ref = request.Ref("textbox \"Signature\""), text = "%password%" },
                },
            }),
            _ => new() { Calls = [ScriptedCall.Of("step_done", new { step = "1" }), ScriptedCall.Of("step_done", new { step = "2" })] });

        var run = await CancelAsync();

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal([Outcome.Recovered, Outcome.Recovered, Outcome.Passed], run.Steps.Select(step => step.Outcome));
        Assert.Equal(Password, await Page.InputValueAsync("#signature"));
    }

    [Fact]
    public async Task Model_that_lies_never_yields_a_pass()
    {
        Server.Then(ModelReply.Call("step_done", new { step = "1" }), ModelReply.Call("step_done", new { step = "1" }), ModelReply.Say("It is done, believe me."), ModelReply.Say("Done."), ModelReply.Say("Done."));

        var run = await CancelAsync();

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal(ErrorCode.RecoveryFailed, run.ErrorCode);
        Assert.Contains("Recovery failed: The model answered 3 times without using a tool.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Step 1 is not verified. Verification failed: expect_text_on_page", Server.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal("Open", await Page.InnerTextAsync("#status"));
    }

    [Fact]
    public async Task Model_that_loops_is_warned_and_then_stopped()
    {
        for (var turn = 0; turn < 10; turn++)
        {
            Server.Then(request => ModelReply.Call("hover", new { @ref = request.Ref("button \"Cancel order\"") }));
        }

        var run = await CancelAsync();

        Assert.Equal(ErrorCode.Stuck, run.ErrorCode);
        Assert.InRange(Server.Requests.Count, 4, 8);
    }

    [Fact]
    public async Task Model_that_gives_up_says_why_beside_the_error_of_the_step()
    {
        Server.Then(ModelReply.Call("give_up", new { why = "There is no such button." }));

        var run = await CancelAsync();

        Assert.Contains("#cancel-order", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Recovery failed: There is no such button.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_is_read_by_the_run_from_the_element_that_the_model_names()
    {
        Server.Then(
            _ => ModelReply.Call("step_done", new { step = "1", selector = "h1" }),
            _ => ModelReply.Call("step_done", new { step = "1", selector = "#amount" }));

        var run = await new PlaybookRunner(Options(Agent())).RunAsync(new ReadTotal(), Page);

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal(1234.50m, run.Outputs.Total);
        Assert.Contains("Step 1 is not verified", Server.Requests[1].Text, StringComparison.Ordinal);
        Assert.Equal("#amount", StoredRun.Read(run.RunFolder).Actions.Last(one => one.Outcome == Outcome.Recovered).SelectorUsed);
    }

    [Fact]
    public async Task Second_recovery_of_a_run_continues_the_conversation()
    {
        Server.Pages["/order"] = ChangedPage.Replace("id=\"signature\"", "id=\"sign\"", StringComparison.Ordinal);
        Server.Then(
            request => ModelReply.Call("click", new { @ref = request.Ref("button \"Cancel order\"") }),
            _ => ModelReply.Call("step_done", new { step = "1" }),
            _ => ModelReply.Call("give_up", new { why = "The field is gone." }));

        var run = await CancelAsync();

        Assert.Contains("Recovery failed: The field is gone.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Step 1 failed on every attempt", Server.Requests[2].Text, StringComparison.Ordinal);
        Assert.Contains("Step 2 failed on every attempt", Server.Requests[2].Text, StringComparison.Ordinal);
        Assert.Equal(40, run.InputTokens);
    }

    [Fact]
    public async Task Without_an_agent_the_step_fails_as_with_retry()
    {
        var run = await CancelAsync(change: static options => options with { Recovery = null });

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal(RecoveryStatus.NoAgent, run.Recovery!.Status);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task No_secret_is_in_any_request()
    {
        Server.Pages["/order"] = ChangedPage + $"<p>Your password is {Password}</p>";
        Server.Then(
            request => ModelReply.Call("key_press", new { @ref = request.Ref("textbox \"Signature\""), text = "%password%" }),
            request => ModelReply.Call("click", new { @ref = request.Ref("button \"Cancel order\"") }),
            _ => ModelReply.Call("screenshot"),
            _ => ModelReply.Call("step_done", new { step = "1" }));

        var run = await CancelAsync();

        Assert.True(run.Outcome == Outcome.Recovered, run.Report);
        Assert.Equal(Password, await Page.InputValueAsync("#signature"));
        Assert.All(Server.Requests, request => Assert.DoesNotContain(Password, request.Body, StringComparison.Ordinal));
        Assert.Contains("password = %password% (a secret)", Server.Requests[0].Text, StringComparison.Ordinal);
        Assert.Contains("text: \"%password%\"", Server.Requests[0].Text, StringComparison.Ordinal);
        Assert.All(Directory.EnumerateFiles(run.RunFolder, "*.*").Where(file => !file.EndsWith(".jpg", StringComparison.Ordinal)), file => Assert.DoesNotContain(Password, File.ReadAllText(file), StringComparison.Ordinal));
    }
}
