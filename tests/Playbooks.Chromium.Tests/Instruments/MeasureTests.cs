using Playbooks.Instrumentation;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Instruments;

[Collection(Alone.Name)]
public sealed class MeasureTests(Chromium chromium) : RunnerTest(chromium), IDisposable
{
    private readonly MeasureRecorder measures = new();

    public void Dispose() => measures.Dispose();

    [Fact]
    public async Task Runs_steps_retries_and_drift_are_counted()
    {
        await RunAsync(new ScriptedStep(Info(1), Fail("No."), Work), new Click(new("#gone", "#cancel")));

        Assert.Equal(["1 cicd.pipeline.name=cancel_order playbooks.outcome=flaky"], measures.Of("playbooks.runs"));
        Assert.Equal(
            [
                "1 cicd.pipeline.name=cancel_order playbooks.outcome=flaky playbooks.step.action=click playbooks.step.path=1",
                "1 cicd.pipeline.name=cancel_order playbooks.outcome=passed playbooks.step.action=click playbooks.step.path=3",
            ],
            measures.Of("playbooks.steps"));
        Assert.Equal(["1 cicd.pipeline.name=cancel_order playbooks.step.action=click playbooks.step.path=1"], measures.Of("playbooks.retries"));
        Assert.Equal(["1 cicd.pipeline.name=cancel_order playbooks.step.action=click playbooks.step.path=3"], measures.Of("playbooks.selectors.drifted"));
        Assert.Empty(measures.Of("playbooks.guardrail.blocks"));
    }

    [Fact]
    public async Task Durations_are_in_seconds()
    {
        await RunAsync(new ScriptedStep(Info(1), Fail("No."), Work));

        Assert.Equal(
            "0.777 cicd.pipeline.name=cancel_order playbooks.outcome=flaky playbooks.step.action=click playbooks.step.path=1",
            Assert.Single(measures.Of("playbooks.step.duration")));
        Assert.Equal("0.777 cicd.pipeline.name=cancel_order playbooks.outcome=flaky", Assert.Single(measures.Of("playbooks.run.duration")));
    }

    [Fact]
    public async Task A_step_that_a_guardrail_ended_is_one_block()
    {
        await RunAsync(new ScriptedStep(Info(1, attempts: 1), _ => Task.FromException(new PlaybookException(ErrorCode.GuardrailBlocked, "No."))));

        Assert.Equal(["1 cicd.pipeline.name=cancel_order"], measures.Of("playbooks.guardrail.blocks"));
        Assert.Equal(["1 cicd.pipeline.name=cancel_order error.type=GUARDRAIL_BLOCKED playbooks.outcome=failed"], measures.Of("playbooks.runs"));
    }

    [Fact]
    public async Task A_recovery_and_a_model_call_are_measured()
    {
        var agent = new ScriptedAgent(() =>
        {
            Time.Advance(TimeSpan.FromSeconds(2));
            return Task.CompletedTask;
        });

        await RunAsync(
            new ScriptedPlaybook(new LlmExtract<string>("What is it?"), new ScriptedStep(Info(2, FailurePolicy.LlmRecover), Fail("No."))),
            Options with { Recovery = agent, Model = new OneAnswer() });

        Assert.Equal(["2 cicd.pipeline.name=cancel_order playbooks.recovery.done=True"], measures.Of("playbooks.recovery.duration"));
        const string Asked = "gen_ai.operation.name=chat gen_ai.provider.name=some gen_ai.response.model=m-1";
        Assert.Equal([$"0 {Asked}"], measures.Of("gen_ai.client.operation.duration"));
        Assert.Equal([$"12 {Asked} gen_ai.token.type=input", $"3 {Asked} gen_ai.token.type=output"], measures.Of("gen_ai.client.token.usage"));
    }

    [Fact]
    public void Verdicts_of_the_stuck_detection_are_counted_by_level()
    {
        RunMetrics.Count("cancel_order", StuckVerdict.None);
        RunMetrics.Count("cancel_order", new(StuckLevel.Warning, "stuck_repeat_warn: 5", "It repeats itself."));

        Assert.Equal(["1 cicd.pipeline.name=cancel_order playbooks.stuck.level=warning"], measures.Of("playbooks.stuck.verdicts"));
    }

    [Fact]
    public async Task No_measurement_holds_a_run_s_id_or_a_secret()
    {
        var run = await RunAsync(new ScriptedPlaybook(
            new ScriptedStep(Info(1), Work) { Says = "Type hunter2" }, new ScriptedStep(Info(2), Fail("hunter2 is wrong.")))
        { Given = [new("password", "hunter2") { Secret = true }] });

        Assert.NotEmpty(measures.All);
        Assert.DoesNotContain(measures.All, one => one.Text.Contains(run.RunId.Text, StringComparison.Ordinal) || one.Text.Contains("hunter2", StringComparison.Ordinal));
    }
}
