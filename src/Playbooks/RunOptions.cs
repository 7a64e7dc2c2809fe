using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Playbooks.Guarding.Egress;
using Playbooks.RunFolder;

namespace Playbooks;

/// <summary>How a playbook is run; everything has a default.</summary>
public sealed record RunOptions
{
    /// <summary>The environment variable that names the folder of all runs where <see cref="OutputRoot"/> does not.</summary>
    public const string OutputVariable = "PLAYBOOKS_OUTPUT";

    /// <summary>The environment variable that says which traces are kept where <see cref="Trace"/> does not: <c>on_failure</c>, <c>always</c> or <c>never</c>.</summary>
    public const string TraceVariable = "PLAYBOOKS_TRACE";

    /// <summary>The environment variable that says what makes runs fail where <see cref="FailOn"/> does not: any of <c>flaky</c>, <c>recovered</c> and <c>drift</c>, separated by commas.</summary>
    public const string FailOnVariable = "PLAYBOOKS_FAIL_ON";

    /// <summary>What relative URLs resolve against; null: what the playbook says.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The run's id; null: a fresh one.</summary>
    public RunId? RunId { get; init; }

    /// <summary>The folder of all runs; null: what <see cref="OutputVariable"/> names, else <c>playbook-runs</c> under the current directory.</summary>
    public string? OutputRoot { get; init; }

    /// <summary>How long the runs below <see cref="OutputRoot"/> are kept; null: for ever, but in test projects and in the service <see cref="Playbooks.Retention.Default"/>. Applied when the process starts its first run, and at most once an hour.</summary>
    public Retention? Retention { get; init; }

    /// <summary>The case of the playbook that runs; null: none. Names it in reports, and the last passed run that a failure is compared with.</summary>
    public string? Case { get; init; }

    /// <summary>What is expected of the run, judged inside it; null: nothing beyond <see cref="FailOn"/>.</summary>
    public RunExpectation? Expectation { get; init; }

    /// <summary>What makes a run fail although all of its steps came to a good end; null: what <see cref="FailOnVariable"/> says, else nothing.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>Whether a trace is kept; null: what <see cref="TraceVariable"/> says, else <see cref="TraceMode.OnFailure"/>.</summary>
    public TraceMode? Trace { get; init; }

    /// <summary>Which actions are photographed; secrets are covered.</summary>
    public ScreenshotMode Screenshots { get; init; } = ScreenshotMode.OnFailure;

    /// <summary>The limits of the run, in the place of the playbook's own; null: the playbook's.</summary>
    public Guardrails? Guardrails { get; init; }

    /// <summary>Playwright's options of the browser context that a run makes for itself, where it is given a browser; null: Playwright's defaults. A proxy named here takes the place of the one that holds the run to its guardrails.</summary>
    public BrowserNewContextOptions? Context { get; init; }

    /// <summary>Time for the whole run; null: no limit but that of each step.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Takes over after a failed <c>llm_recover</c> step; null: such a step fails as with <c>retry</c>.</summary>
    public IRecoveryAgent? Recovery { get; init; }

    /// <summary>Answers <c>llm_extract</c>; null: such a step fails with <see cref="ErrorCode.LlmError"/>.</summary>
    public ITextModel? Model { get; init; }

    /// <summary>Are told how the run goes on.</summary>
    public IReadOnlyList<IStepListener> Listeners { get; init; } = [];

    /// <summary>Measures and waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether the base URL was named by somebody who is neither the playbook's author nor the owner of this process: its host is then like any other for the guardrails.</summary>
    internal bool IsBaseUrlForeign { get; init; }

    /// <summary>Whether the failure's message carries GitHub's annotation, because the standard output of a test process is hidden.</summary>
    internal bool AnnotatesInMessage { get; init; }

    /// <summary>Names and connections behind the egress proxy; null: this machine's.</summary>
    internal INetwork? Network { get; init; }

    /// <summary>Writes the run's files; null: this machine's file system.</summary>
    internal Disk? Disk { get; init; }

    /// <summary>Is told what goes on; null: nobody.</summary>
    public ILogger? Logger { get; init; }
}
