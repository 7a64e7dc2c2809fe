using System.Diagnostics;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Instruments;

[Collection(Alone.Name)]
public sealed class SpanTests(Chromium chromium) : RunnerTest(chromium), IDisposable
{
    private readonly SpanRecorder spans = new();

    public void Dispose() => spans.Dispose();

    [Fact]
    public async Task A_run_has_a_span_and_below_it_its_steps_with_what_they_did()
    {
        await RunAsync(
            new ScriptedPlaybook(new Click(new("#gone", "#cancel")), new ScriptedStep(Info(2), Work) { Expects = Title("Orders") }, new LlmExtract<string>("What is it?")),
            Options with { Model = new OneAnswer() });

        Assert.Equal(
            """
            RUN cancel_order
              step click
                resolve selector
              step click
                verify
              step llm_extract
                chat
            """,
            spans.Tree());
    }

    [Fact]
    public async Task The_run_names_itself_its_case_and_its_file()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work)), request: new() { Case = "cancels an open order" });

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["cicd.pipeline.action.name"] = "RUN",
                ["cicd.pipeline.name"] = "cancel_order",
                ["cicd.pipeline.run.id"] = run.RunId.Text,
                ["cicd.pipeline.result"] = "success",
                ["code.file.path"] = ScriptedPlaybook.File,
                ["playbooks.outcome"] = "passed",
                ["test.suite.name"] = "cancel_order",
                ["test.case.name"] = "cancels an open order",
                ["test.case.result.status"] = "pass",
            },
            spans.TagsOf("RUN cancel_order"));
    }

    [Fact]
    public async Task A_step_names_its_line_its_tries_and_the_selector_that_it_found()
    {
        await RunAsync(new Click(new("#gone", "#cancel")));

        var tags = spans.TagsOf("step click");
        Assert.Equal((ScriptedPlaybook.File, 1), (tags["code.file.path"], tags["code.line.number"]));
        Assert.Equal(("3", "click", "click", 1), (tags["playbooks.step.path"], tags["playbooks.step.action"], tags["cicd.pipeline.task.name"], tags["playbooks.step.attempts"]));
        Assert.Equal(("#cancel", 1, "success"), (tags["playbooks.selector.used"], tags["playbooks.selector.rank"], tags["cicd.pipeline.task.run.result"]));
        var resolution = spans.TagsOf("resolve selector");
        Assert.Equal(("#gone", "#cancel", 1), (resolution["playbooks.selector"], resolution["playbooks.selector.used"], resolution["playbooks.selector.rank"]));
    }

    [Fact]
    public async Task What_failed_is_an_error_with_its_code_and_every_try_an_event()
    {
        await RunAsync(new ScriptedStep(Info(1), Work) { Expects = Title("Cancelled"), SaysOnFailure = "Order 999 was not cancelled" });

        var step = spans.Ended.Single(span => span.DisplayName == "step click");
        Assert.Equal((ActivityStatusCode.Error, "Order 999 was not cancelled"), (step.Status, step.StatusDescription));
        Assert.Equal("VERIFICATION_FAILED", step.GetTagItem("error.type"));
        Assert.Equal(["1 VERIFICATION_FAILED", "2 VERIFICATION_FAILED"], step.Events.Select(tried => string.Join(' ', tried.Tags.Select(tag => tag.Value))));
        var verification = spans.Ended.First(span => span.DisplayName == "verify");
        Assert.Equal(["expect_title_contains"], Assert.IsType<string[]>(verification.GetTagItem("playbooks.expectations.unmet")));
        Assert.Equal("failure", spans.TagsOf("RUN cancel_order")["cicd.pipeline.result"]);
    }

    [Fact]
    public async Task A_recovery_lies_below_the_step_that_failed_and_what_the_agent_does_below_it()
    {
        string? seen = null;
        var agent = new ScriptedAgent(
            () =>
            {
                seen = Activity.Current?.DisplayName;
                return Task.CompletedTask;
            },
            new() { InputTokens = 12, OutputTokens = 3 });

        await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1, FailurePolicy.LlmRecover), Fail("No.")) { Expects = Title("Orders") }), Options with { Recovery = agent });

        Assert.Equal("recover", seen);
        Assert.Equal("RUN cancel_order\n  step click\n    recover\n      verify", spans.Tree());
        var tags = spans.TagsOf("recover");
        Assert.Equal((true, 12L, 3L), (tags["playbooks.recovery.done"], tags["gen_ai.usage.input_tokens"], tags["gen_ai.usage.output_tokens"]));
        Assert.Equal(("recovered", true), (spans.TagsOf("step click")["playbooks.outcome"], spans.TagsOf("step click")["playbooks.step.taken_over"]));
    }

    [Fact]
    public async Task A_model_call_names_who_answered_and_not_what()
    {
        await RunAsync(new ScriptedPlaybook(new LlmExtract<string>("What is it?")), Options with { Model = new OneAnswer() });

        var call = spans.Ended.Single(span => span.DisplayName == "chat");
        Assert.Equal(ActivityKind.Client, call.Kind);
        Assert.Equal(
            ["gen_ai.operation.name=chat", "gen_ai.provider.name=some", "gen_ai.response.model=m-1", "gen_ai.usage.input_tokens=12", "gen_ai.usage.output_tokens=3"],
            call.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Fact]
    public async Task No_span_shows_a_secret()
    {
        var step = new ScriptedStep(Info(2), Fail("hunter2 is wrong.")) { Says = "Type hunter2", Expects = new() { TextOnPage = "hunter2" } };

        await RunAsync(new ScriptedPlaybook(new Click(new("text=hunter2", "#cancel")), step) { Given = [new("password", "hunter2") { Secret = true }] });

        Assert.NotEmpty(spans.Ended);
        Assert.DoesNotContain(
            spans.Ended.SelectMany(span => span.TagObjects.Concat(span.Events.SelectMany(one => one.Tags)).Select(tag => $"{tag.Value}").Append(span.StatusDescription ?? "")),
            text => text.Contains("hunter2", StringComparison.Ordinal));
        Assert.Equal("text=***", spans.TagsOf("resolve selector")["playbooks.selector"]);
    }

    [Fact]
    public async Task What_the_caller_is_in_is_where_the_run_lies_and_afterwards_as_before()
    {
        using var outer = new Activity("test").Start();

        await RunAsync(new ScriptedStep(Info(1), Work));

        Assert.Same(outer, Activity.Current);
        Assert.Equal(outer.SpanId, spans.Ended.Single(span => span.DisplayName == "RUN cancel_order").ParentSpanId);
    }
}
