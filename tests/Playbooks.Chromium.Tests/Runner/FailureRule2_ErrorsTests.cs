using Microsoft.Playwright;
using Playbooks.Tests.Browser;
using Playbooks.Tests.Runner.Scripted;

namespace Playbooks.Tests.Runner;

/// <summary>Rules 2 and 3 of failure: what a person is told, and what is kept beside it.</summary>
public sealed class FailureRule2_ErrorsTests(Chromium chromium) : RunnerTest(chromium)
{
    [Fact]
    public async Task The_failure_message_is_what_a_person_is_told_and_the_cause_is_kept_beside_it()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Fail("None of 2 selectors matched.")) { SaysOnFailure = "Order 999 was not found" });

        var step = run.Steps[0];
        Assert.Equal("Order 999 was not found", step.Error);
        Assert.Equal("None of 2 selectors matched.", step.Cause);
        Assert.Equal(["None of 2 selectors matched.", "None of 2 selectors matched."], step.Attempts.Select(attempt => attempt.Cause));
        Assert.Equal("None of 2 selectors matched.", run.Cause);
    }

    [Fact]
    public async Task Without_a_failure_message_a_person_is_told_the_plain_cause()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), _ => Task.FromException(new PlaywrightException("Clicking failed.\nCall log:\n  - waiting"))));

        Assert.Equal("Clicking failed.", run.Steps[0].Error);
        Assert.Equal("PlaywrightException: Clicking failed.\nCall log:\n  - waiting", run.Steps[0].Cause);
    }

    [Fact]
    public async Task The_cause_holds_what_lies_behind_it()
    {
        var behind = new PlaybookException(ErrorCode.LlmError, "The model did not answer.", new IOException("Connection reset"));

        var run = await RunAsync(new ScriptedStep(Info(1), _ => Task.FromException(behind)));

        Assert.Equal("The model did not answer.", run.Steps[0].Error);
        Assert.Equal("The model did not answer.\nIOException: Connection reset", run.Steps[0].Cause);
        Assert.Equal(ErrorCode.LlmError, run.ErrorCode);
    }

    [Fact]
    public async Task A_verify_that_does_not_hold_is_told_with_what_was_expected_and_seen()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Work) { Expects = Title("Cancelled") });

        Assert.Equal(ErrorCode.VerificationFailed, run.ErrorCode);
        var expectation = Assert.Single(run.Steps[0].Attempts[^1].Expectations);
        Assert.Equal("expect_title_contains", expectation.Name);
        Assert.False(expectation.IsMet);
        Assert.StartsWith("Verification failed: expect_title_contains expected ", run.Steps[0].Error, StringComparison.Ordinal);
        Assert.Contains("Orders", run.Steps[0].Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Click cancel", "Step 2 of 3 (Click cancel): It is shut")]
    [InlineData(null, "Step 2 of 3 (click): It is shut")]
    public async Task Rule_3_A_playbooks_error_names_the_step_its_place_and_its_description(string? description, string expected)
    {
        var run = await RunAsync(
            new ScriptedStep(Info(1), Work),
            new ScriptedStep(Info(2), Fail("technical")) { Says = description, SaysOnFailure = "It is shut" },
            new ScriptedStep(Info(3), Work));

        Assert.Equal(expected, run.Error);
        Assert.Equal(expected, run.Exception!.Message);
    }

    [Fact]
    public async Task Rule_3_A_step_without_a_description_is_called_by_its_id()
    {
        var run = await RunAsync(new ScriptedStep(Info(1) with { Id = "search" }, Fail("No.")));

        Assert.Equal("Step 1 of 1 (search): No.", run.Error);
    }

    [Fact]
    public async Task Rule_3_The_result_and_the_log_name_the_failed_step()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Work), new ScriptedStep(Info(2), Fail("No.")), new ScriptedStep(Info(3), Work));

        Assert.Equal([Outcome.Passed, Outcome.Failed], run.Steps.Select(step => step.Outcome));
        Assert.Same(run.Steps[1], run.FailedStep);
        Assert.Equal("2", StoredRun.Read(run.RunFolder).End!.FailedStep);
    }

    [Fact]
    public async Task The_exceptions_stack_trace_begins_with_the_steps_line_in_the_yaml()
    {
        var run = await RunAsync(new ScriptedStep(Info(1), Fail("No.")));

        var first = run.Exception!.StackTrace!.Split('\n')[0];
        Assert.EndsWith($" in {ScriptedPlaybook.File}:line 7", first.TrimEnd(), StringComparison.Ordinal);
        Assert.IsType<PlaybookException>(run.Exception.InnerException);
    }

    [Fact]
    public async Task An_exception_of_generated_code_is_a_result_and_keeps_its_stack()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work), new ScriptedStep(Info(2), Work))
        {
            Throws = (2, new InvalidOperationException("No such binding")),
        });

        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal(ErrorCode.InternalError, run.ErrorCode);
        Assert.Equal("Running the steps: No such binding", run.Error);
        Assert.Single(run.Steps);
        Assert.Contains(nameof(ScriptedPlaybook), run.Exception!.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_that_did_not_compile_says_so()
    {
        var run = await RunAsync(new ScriptedPlaybook(new ScriptedStep(Info(1), Work))
        {
            Throws = (1, new PlaybookException(ErrorCode.SetupFailed, "x.playbook.yaml has errors; see the build's output.")),
        });

        Assert.Equal(ErrorCode.SetupFailed, run.ErrorCode);
        Assert.Contains("x.playbook.yaml has errors", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playbook_that_cannot_tell_its_values_is_a_result_too()
    {
        var step = new ScriptedStep(Info(1), Work);

        var run = await RunAsync(new ScriptedPlaybook(step) { ValuesThrow = new InvalidOperationException("No such choice") });

        Assert.Equal("Setting up: No such choice", run.Error);
        Assert.Equal(ErrorCode.SetupFailed, run.ErrorCode);
        Assert.Equal(0, step.Acted);
    }

    [Fact]
    public async Task What_was_stored_before_the_failure_is_in_the_result()
    {
        var run = await RunAsync(
            new ScriptedReading<string>(Info(1, storeAs: "status"), _ => Task.FromResult("Open")),
            new ScriptedStep(Info(2), Fail("No.")));

        Assert.Equal("Open", run.Outputs.Status);
        Assert.Equal(("status", "Open"), (run.OutputTexts[0].Name, run.OutputTexts[0].Text));
        Assert.Equal("Open", run.Steps[0].Output);
    }
}
