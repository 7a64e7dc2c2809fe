using System.Globalization;
using Playbooks.Guarding.Secrets;
using Playbooks.RunFolder;

namespace Playbooks.Tests.Runs;

/// <summary>A run as its journal is told of it, without a browser.</summary>
internal static class MadeRun
{
    public const string Source = "id: cancel_order\nsteps:\n- action: click\n";

    public static PlaybookInfo Playbook { get; } = new()
    {
        Id = "cancel_order",
        Name = "Cancel order",
        Source = new("/shop/cancel_order.playbook.yaml", () => Source),
        Steps = [Step(1), Step(2)],
    };

    public static StepInfo Step(int number) => new()
    {
        Number = number,
        Path = number.ToString(CultureInfo.InvariantCulture),
        Id = $"step_{number}",
        Action = "click",
        Location = new(number + 5, 5, number + 7, 1),
        Selectors = ["#cancel"],
    };

    public static LogHeader Header(string runId = "r1") => new()
    {
        RunId = runId,
        OriginalId = runId,
        Playbook = "cancel_order",
        PlaybookName = "Cancel order",
        SourcePath = "/shop/cancel_order.playbook.yaml",
        StepCount = 2,
        StartedAt = DateTimeOffset.UnixEpoch,
        ProcessId = Environment.ProcessId,
    };

    public static ActionRecord Action(int number) => new()
    {
        Step = number,
        Path = number.ToString(CultureInfo.InvariantCulture),
        Tool = "playbook",
        Action = "click",
        InputSummary = "#cancel",
        Success = true,
        Outcome = Outcome.Passed,
    };

    public static EndRecord End(int actions = 0) => new() { Status = Playbooks.RunState.Completed, Outcome = Outcome.Passed, ActionCount = actions };

    public static RunStarted Started(string runId, params NamedValue[] values) => new(Playbook, runId, values, DateTimeOffset.UnixEpoch);

    public static StepStarted Begins(int number) => new(Step(number), 2, $"Do {number}", "#cancel") { Arguments = new Dictionary<string, string> { ["selector"] = "#cancel" } };

    public static AttemptResult Try(int number, string? cause = null) => new()
    {
        Number = number,
        Duration = TimeSpan.FromMilliseconds(12),
        Acted = true,
        Cause = cause,
        ErrorCode = cause is null ? null : ErrorCode.StepFailed,
        SelectorUsed = "#cancel",
        SelectorRank = 0,
        Url = "http://shop/orders",
        InputTokens = 10,
        OutputTokens = 1,
    };

    public static StepResult Passes(int number, params AttemptResult[] attempts) => new()
    {
        Info = Step(number),
        Outcome = attempts.Length > 1 ? Outcome.Flaky : Outcome.Passed,
        Description = $"Do {number}",
        Input = "#cancel",
        Arguments = new Dictionary<string, string> { ["selector"] = "#cancel" },
        Attempts = attempts.Length == 0 ? [Try(1)] : attempts,
        Duration = TimeSpan.FromMilliseconds(20),
    };

    public static StepResult Fails(int number, string folder, params AttemptResult[] attempts) => Passes(number, attempts.Length == 0 ? [Try(1, "No button.")] : attempts) with
    {
        Outcome = Outcome.Failed,
        Error = "The order cannot be cancelled",
        Cause = "No button.",
        ErrorCode = ErrorCode.StepFailed,
        Failure = Failure(folder),
    };

    public static FailureDetails Failure(string folder) => new()
    {
        Where = "Step 2 of 2 (Do 2)",
        Message = "The order cannot be cancelled",
        Cause = "No button.",
        Code = ErrorCode.StepFailed,
        Source = new("/shop/cancel_order.playbook.yaml", new(7, 5, 9, 1), [new(7, "- action: click", true)]),
        Url = "http://shop/orders/1",
        ScreenshotPath = Path.Combine(folder, "screenshots", "0002_click.jpg"),
        RunFolder = folder,
    };

    public static PlaybookResult Result(RunDirectory folder, Outcome outcome = Outcome.Passed, ErrorCode? code = null) => new(SecretMask.None)
    {
        Playbook = Playbook,
        Outcome = outcome,
        ErrorCode = code,
        Error = code is null ? null : "Step 2 of 2 (Do 2): The order cannot be cancelled",
        Cause = code is null ? null : "No button.",
        Failure = code is null ? null : Failure(folder.Path),
        OutputTexts = [new("status", "open")],
        RunId = Path.GetFileName(folder.Path),
        RunFolder = folder.Path,
        Duration = TimeSpan.FromSeconds(3),
    };
}
