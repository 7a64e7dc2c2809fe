using Playbooks.Xunit.Tests.Flows;

namespace Playbooks.Xunit.Tests;

public class PlaybookAssertionsTests(PlaybookFixture playbooks) : IClassFixture<PlaybookFixture>
{
    private Task<PlaybookResult<PressButton.Outputs>> FailAsync() => playbooks.RunAsync(new PressButton(new(OrderId: 9)));

    private Task<PlaybookResult<ReadOrder.Outputs>> PassAsync() => playbooks.RunAsync(new ReadOrder(new(OrderId: 9)));

    [Fact]
    public async Task A_failed_run_is_no_success_and_the_message_is_its_whole_report()
    {
        var run = await FailAsync();
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldSucceed());
        Assert.Contains(run.Report, error.Message, StringComparison.Ordinal);
        Assert.Contains("Order 9 has no button", error.Message, StringComparison.Ordinal);
        Assert.Contains("#lost", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stack_begins_at_the_steps_line_in_the_yaml_and_goes_on_to_the_test()
    {
        var run = await FailAsync();
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldSucceed());
        var lines = error.StackTrace!.Split('\n');
        Assert.Matches(@"press_button\.playbook\.yaml:line 11\b", lines[0]);
        Assert.Contains(lines, line => line.Contains("PlaybookAssertionsTests.cs:line", StringComparison.Ordinal));
        Assert.Matches(@"press_button\.playbook\.yaml:line 11\b", error.Run.Exception!.StackTrace!);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task A_run_that_passed_at_a_second_try_is_a_success()
    {
        var run = await playbooks.RunAsync(new SecondTry());
        Assert.Equal(Outcome.Flaky, run.Outcome);
        run.ShouldSucceed();
        run.ShouldSucceed(accept: Outcome.Flaky);
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldSucceed(accept: Outcome.Passed));
        Assert.StartsWith("second_try is flaky: a step needed more than one attempt. Expected: passed. To accept this outcome, use ShouldSucceed(accept: Outcome.Passed | Outcome.Flaky).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovered_run_is_a_success_only_where_the_test_says_so()
    {
        var run = await playbooks.RunAsync(new Recover(), options: new() { Recovery = new GoesToTheNextOrder() });
        Assert.Equal(Outcome.Recovered, run.Outcome);
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldSucceed());
        Assert.Contains("ShouldSucceed(accept: Outcome.Passed | Outcome.Flaky | Outcome.Recovered)", error.Message, StringComparison.Ordinal);
        run.ShouldSucceed(accept: Outcome.Recovered);
        run.ShouldSucceed(accept: Outcome.Passed | Outcome.Flaky | Outcome.Recovered);
        Assert.Throws<PlaybookAssertionException>(() => run.ShouldSucceed(accept: Outcome.Passed | Outcome.Flaky));
    }

    [Fact]
    public async Task A_run_that_passed_is_refused_where_only_others_are_accepted()
    {
        var run = await PassAsync();
        Assert.Throws<PlaybookAssertionException>(() => run.ShouldSucceed(accept: Outcome.Flaky | Outcome.Recovered));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.ShouldSucceed(accept: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => run.ShouldSucceed(accept: Outcome.Passed | Outcome.Failed));
    }

    [Fact]
    public async Task What_a_case_expects_is_judged_by_the_run_and_shown_with_all_that_a_failure_shows()
    {
        var met = await playbooks.RunAsync(new ReadOrder(new(OrderId: 9)), request: new() { Expectation = new() { Outputs = [new("status", "Open"), new("number", 9)] } });
        met.ShouldMeetExpectation();
        (await playbooks.RunAsync(new PressButton(new(OrderId: 9)), request: new() { Expectation = new() { Failure = new("has no button", 2) } })).ShouldMeetExpectation();

        var run = await playbooks.RunAsync(new ReadOrder(new(OrderId: 9)), request: new() { Case = "reads", Expectation = new() { Outputs = [new("status", "Cancelled")], Location = new(2, 1, 2, 5) } });
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldMeetExpectation());
        Assert.StartsWith("Case \"reads\": The output status is expected to be \"Cancelled\", but it is \"Open\".", error.Message, StringComparison.Ordinal);
        Assert.Contains("read_order.playbook.yaml:2:1", error.Message, StringComparison.Ordinal);
        Assert.Contains(run.TracePath!, error.Message, StringComparison.Ordinal);
        Assert.Contains(run.ReportPath!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_run_cannot_be_accepted_as_a_success()
    {
        var run = await FailAsync();
        Assert.Throws<ArgumentOutOfRangeException>(() => run.ShouldSucceed(accept: Outcome.Failed));
    }

    [Fact]
    public async Task A_run_that_should_fail_and_does_is_as_expected()
    {
        var run = await FailAsync();
        run.ShouldFail();
        run.ShouldFail("Order 9");
        run.ShouldFail("has no button", atStep: 2);
    }

    [Fact]
    public async Task A_run_that_should_fail_and_passes_says_so()
    {
        var run = await PassAsync();
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldFail("nothing there", atStep: 1));
        Assert.Equal("Read an order should have failed with \"nothing there\" at step 1 (number), but its outcome is Passed.", error.Message);
    }

    [Fact]
    public async Task A_run_that_fails_at_another_step_says_at_which()
    {
        var run = await FailAsync();
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldFail(atStep: 1));
        Assert.StartsWith("Press the button should have failed at step 1 (title), but failed at step 2 (press).\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_fails_with_another_error_shows_both()
    {
        var run = await FailAsync();
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldFail("order 9"));
        Assert.Contains("expected part: order 9\n  error:         Order 9 has no button\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_are_compared_by_their_types()
    {
        var run = await PassAsync();
        run.ShouldHaveOutput("number", run.Outputs.Number, 9);
        run.ShouldHaveOutput("status", run.Outputs.Status, "Open");
        run.ShouldHaveOutput("sum", (decimal?)1.50m, 1.5m);
        run.ShouldHaveOutput("paid", (bool?)true, true);
        run.ShouldHaveOutput("day", (DateOnly?)new DateOnly(2024, 1, 31), new DateOnly(2024, 1, 31));
        var error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldHaveOutput("status", run.Outputs.Status, "Cancelled"));
        Assert.Equal("Read an order: the output 'status' has an unexpected value.\n  expected: \"Cancelled\"\n  seen:     \"Open\"", error.Message);
        error = Assert.Throws<PlaybookAssertionException>(() => run.ShouldHaveOutput("day", (DateOnly?)null, new DateOnly(2024, 1, 31)));
        Assert.EndsWith("\n  expected: 2024-01-31\n  seen:     nothing was stored", error.Message, StringComparison.Ordinal);
        Assert.Throws<PlaybookAssertionException>(() => run.ShouldHaveOutput("paid", (bool?)null, false));
    }

    private sealed class GoesToTheNextOrder : IRecoveryAgent
    {
        public async Task<RecoveryResult> RecoverAsync(RecoveryRequest request, CancellationToken cancellationToken)
        {
            await request.Actions.ExecuteAsync(new("goto") { Params = new Dictionary<string, string> { ["url"] = "/orders/2" } }, cancellationToken);
            await request.Actions.StepDoneAsync(request.FailedStep.Info.Address, cancellationToken: cancellationToken);
            return new();
        }
    }
}
