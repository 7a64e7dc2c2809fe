namespace Playbooks.Tests.Runs.Reports;

/// <summary>Runs as their folders would hold them.</summary>
internal sealed record SampleRun(string Folder)
{
    public static readonly DateTimeOffset Began = new(2026, 11, 21, 6, 59, 32, TimeSpan.Zero);

    public const string Yaml = """
        id: cancel_order
        name: Cancel an order
        start_url: /orders
        parameters:
          - { name: order_id, type: int }
        steps:
          - id: search
            description: Search for order {order_id}
            action: key_press
            selector: { primary: "#search", fallbacks: ['role=searchbox[name="Search orders"]'] }
            params: { text: "{order_id}", key: Enter }

          - id: open_order
            description: Open order {order_id}
            action: click
            selector: { primary: ".order-link", fallbacks: ['role=link[name="Order {order_id}"]'] }
            verify: { expect_title_contains: "Order {order_id}" }
            failure_message: "Order <order_id> was not found at {base_url}"

          - description: Read the new status
            action: extract
            selector: "#order-status"
            store_as: order_status
        """;

    public string RunId { get; init; } = "0193f0a2c4d57c1e8a3b5d6e7f801234";

    public string Name { get; init; } = "Cancel an order";

    public string? Case { get; init; } = "cancels an open order";

    public string Source { get; init; } = Yaml;

    public int StepCount { get; init; } = 3;

    public IReadOnlyList<NoteRecord> Notes { get; init; } = [];

    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>All well, at the first try.</summary>
    public StoredRun Passed() => Ended(Outcome.Passed, [Search(), Open(), Read()]);

    /// <summary>One step needed a second try, and one found its element by a fallback.</summary>
    public StoredRun Flaky() => Ended(
        Outcome.Flaky,
        [Search(), Open() with { Attempt = 1, Success = false, Outcome = null, Cause = "None of 2 selectors matched.", ErrorCode = "STEP_FAILED" }, Open() with { Attempt = 2, Outcome = Outcome.Flaky, SelectorRank = 1, SelectorUsed = "role=link[name=\"Order 12345\"]" }, Read()]);

    /// <summary>The second step failed twice.</summary>
    public StoredRun Failed() => Ended(Outcome.Failed, [Search(), Missed(1), Missed(2) with { Outcome = Outcome.Failed, Error = "Order 12345 was not found at http://127.0.0.1:5000", Screenshot = "0002_click.jpg", HasScreenshot = true }], Failure());

    /// <summary>It failed, and so it should.</summary>
    public StoredRun Expected()
    {
        var run = Failed();
        return run with { Records = [.. run.Records.SkipLast(1), run.End! with { FailedAsExpected = true }], Status = run.Status with { FailedAsExpected = true } };
    }

    /// <summary>An agent finished what the second step left.</summary>
    public StoredRun Recovered()
    {
        var agent = Search() with { Tool = "recovery", Step = 2, Path = "2", Description = null, Outcome = null };
        var run = Ended(Outcome.Recovered, [Search(), Missed(1), Missed(2), agent with { Action = "click", InputSummary = "role=link[name=\"12345\"]" }, agent with { Action = "key_press", InputSummary = "#search text=12345 key=Enter" }, agent with { Action = "llm_recover" }, Open() with { Tool = "recovery", Outcome = Outcome.Recovered }, Read() with { Tool = "recovery", Outcome = Outcome.Recovered }]);
        var end = run.End! with
        {
            Recovery = new(RecoveryStatus.Succeeded, 2, null),
        };
        return run with { Records = [.. run.Records.SkipLast(1), end] };
    }

    /// <summary>Its process was killed in the second step.</summary>
    public StoredRun Killed()
    {
        var run = Ended(Outcome.Failed, [Search(), Missed(1)]);
        return run with
        {
            Records = [.. run.Records.SkipLast(1)],
            Status = run.Status with { Status = RunState.Terminated, Result = null, Error = new(ErrorCode.WorkerLost, "The process that ran it is gone.") },
            Problems = ["The last line of the log is torn and was skipped."],
        };
    }

    /// <summary>It is in its second step.</summary>
    public StoredRun Live()
    {
        var run = Ended(Outcome.Passed, [Search()]);
        return run with { Records = [.. run.Records.SkipLast(1)], Status = run.Status with { Status = RunState.Running, Result = null }, IsLive = true };
    }

    /// <summary>It took longer than it was given.</summary>
    public StoredRun TimedOut()
    {
        var run = Failed();
        var error = new RunError(ErrorCode.Timeout, "The run took longer than the 8 s it was given.");
        return run with
        {
            Records = [.. run.Records.SkipLast(1), run.End! with { Status = RunState.Timeout, Error = error, Failure = null }],
            Status = run.Status with { Status = RunState.Timeout, Error = error },
        };
    }

    /// <summary>One of the above.</summary>
    public StoredRun Named(string name) => name switch
    {
        nameof(Passed) => Passed(),
        nameof(Flaky) => Flaky(),
        nameof(Failed) => Failed(),
        nameof(Expected) => Expected(),
        nameof(Recovered) => Recovered(),
        nameof(Killed) => Killed(),
        nameof(TimedOut) => TimedOut(),
        nameof(Live) => Live(),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>A run of these actions.</summary>
    public StoredRun Ended(Outcome outcome, IReadOnlyList<ActionRecord> actions, FailureDetails? failure = null)
    {
        var time = Began;
        var records = new List<LogRecord>();
        foreach (var action in actions)
        {
            time += TimeSpan.FromMilliseconds(action.DurationMs + 20);
            records.Add(action with { Id = records.Count + 1, Timestamp = time });
        }

        foreach (var note in Notes)
        {
            records.Add(note with { Id = records.Count + 1, Timestamp = time });
        }

        var duration = (time - Began).TotalMilliseconds + 40;
        var error = failure is null ? null : new RunError(failure.Code, $"{failure.Where}: {failure.Message}", new() { Where = failure.Where, Cause = failure.Cause, File = "Playbooks/cancel_order.playbook.yaml", Line = 13, Column = 5 });
        var state = outcome == Outcome.Failed ? RunState.Failed : RunState.Completed;
        IReadOnlyList<NamedText> outputs = outcome == Outcome.Failed ? [] : [new("order_status", "Cancelled")];
        records.Add(new EndRecord { Id = records.Count + 1, Timestamp = time, Status = state, Outcome = outcome, Error = error, Failure = failure, Outputs = outputs, ActionCount = actions.Count, DurationMs = duration });
        return new()
        {
            Folder = Folder,
            Header = new()
            {
                RunId = RunId,
                OriginalId = RunId,
                Playbook = "cancel_order",
                PlaybookName = Name,
                Case = Case,
                SourcePath = "/src/Shop.Tests/Playbooks/cancel_order.playbook.yaml",
                StepCount = StepCount,
                BaseUrl = "http://127.0.0.1:5000",
                Parameters = [new("order_id", "12345"), new("password", "***")],
                StartedAt = Began,
                ProcessId = 4711,
            },
            Records = records,
            Status = new()
            {
                RunId = RunId,
                Playbook = "cancel_order",
                PlaybookName = Name,
                Case = Case,
                Status = state,
                StartedAt = Began,
                DurationMs = duration,
                ActionCount = actions.Count,
                Result = outcome,
                Error = error,
                Outputs = outputs.ToDictionary(one => one.Name, one => one.Text),
            },
            SourceText = Source,
            Problems = Problems,
        };
    }

    public static ActionRecord Search() => new()
    {
        Step = 1,
        Path = "1",
        StepId = "search",
        Tool = "playbook",
        Action = "key_press",
        Description = "Search for order 12345",
        InputSummary = "key_press #search: 12345, Enter",
        Input = new Dictionary<string, string> { ["text"] = "12345", ["key"] = "Enter" },
        DurationMs = 212,
        Success = true,
        Outcome = Outcome.Passed,
        SelectorUsed = "#search",
        SelectorRank = 0,
        SelectorPrimary = "#search",
        Url = "http://127.0.0.1:5000/orders?q=12345",
        Expectations = [new("expect_url_contains", "q=12345", "http://127.0.0.1:5000/orders?q=12345", true)],
        Line = 7,
        Column = 5,
        EndLine = 11,
    };

    public static ActionRecord Open() => new()
    {
        Step = 2,
        Path = "2",
        StepId = "open_order",
        Tool = "playbook",
        Action = "click",
        Description = "Open order 12345",
        InputSummary = "click .order-link",
        DurationMs = 640,
        Success = true,
        Outcome = Outcome.Passed,
        SelectorUsed = ".order-link",
        SelectorRank = 0,
        SelectorPrimary = ".order-link",
        Url = "http://127.0.0.1:5000/orders/12345",
        Line = 13,
        Column = 5,
        EndLine = 18,
    };

    public static ActionRecord Missed(int attempt) => Open() with
    {
        Attempt = attempt,
        DurationMs = 4000,
        Success = false,
        Outcome = null,
        SelectorUsed = null,
        SelectorRank = null,
        Cause = "None of 2 selectors matched.",
        ErrorCode = "STEP_FAILED",
        Candidates = Candidates,
        Url = "http://127.0.0.1:5000/orders?q=12345",
    };

    public static ActionRecord Read() => new()
    {
        Step = 3,
        Path = "3",
        Tool = "playbook",
        Action = "extract",
        Description = "Read the new status",
        InputSummary = "extract #order-status",
        DurationMs = 18,
        Success = true,
        Outcome = Outcome.Passed,
        ResultText = "Cancelled",
        StoreAs = "order_status",
        SelectorUsed = "#order-status",
        SelectorRank = 0,
        SelectorPrimary = "#order-status",
        Url = "http://127.0.0.1:5000/orders/12345",
        Line = 20,
        Column = 5,
        EndLine = 23,
    };

    public FailureDetails Failure() => new()
    {
        Where = "Step 2 of 3 (Open order 12345)",
        Message = "Order 12345 was not found at http://127.0.0.1:5000",
        Cause = "None of 2 selectors matched.",
        Code = ErrorCode.StepFailed,
        Source = new("/src/Shop.Tests/Playbooks/cancel_order.playbook.yaml", new(13, 5, 18, 60), [.. Enumerable.Range(11, 10).Select(number => new SourceLine(number, Yaml.Split('\n')[number - 1], number is >= 13 and <= 18))]),
        Attempts = 2,
        Expectations = [new("expect_title_contains", "Order 12345", "Orders · Shop", false), new("expect_url_contains", "/orders", "http://127.0.0.1:5000/orders?q=12345", true)],
        Candidates = Candidates,
        NearestNames = ["link \"Order 12354\"", "link \"Orders\""],
        Url = "http://127.0.0.1:5000/orders?q=12345",
        Title = "Orders · Shop",
        Requests = [new("GET", "http://127.0.0.1:5000/orders", 200, null), new("GET", "http://127.0.0.1:5000/api/orders?q=12345", 503, null) { IsMocked = true }, new("GET", "http://127.0.0.1:5000/logo.svg", null, "net::ERR_FAILED")],
        ConsoleErrors = ["Failed to load resource: the server responded with a status of 503 (Service Unavailable)"],
        Values = [new("order_id", "12345"), new("password", "***") { Secret = true }],
        ScreenshotPath = Path.Combine(Folder, "screenshots", "0002_click.jpg"),
        RunFolder = Folder,
        LastPassed = new("0193f0a1", Path.Combine(Path.GetDirectoryName(Folder)!, "0193f0a1"), Began.AddHours(-3)),
        Differences = [new(1, "1", "url", "/orders?q=12345&page=1", "/orders?q=12345"), new(2, "2", "reached", "passed", "failed")],
    };

    private static SelectorCandidate[] Candidates =>
    [
        new(".order-link", 0, 0, "matches nothing", []),
        new("role=link[name=\"Order 12345\"]", 2, 2, "matches 2 elements", ["link \"Order 12345\" (#a)", "link \"Order 12345\" (#b)"]),
    ];
}
