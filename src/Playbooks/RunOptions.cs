using System.Collections.ObjectModel;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Playbooks.Guarding.Egress;
using Playbooks.RunFolder;

namespace Playbooks;

/// <summary>Configures how playbooks run, for all runs of a host. Every option has a default. The settings of a single run are in <see cref="RunRequest"/>.</summary>
public sealed record RunOptions
{
    /// <summary>The environment variable for the folder that contains all runs, used if <see cref="OutputRoot"/> is null.</summary>
    public const string OutputVariable = "PLAYBOOKS_OUTPUT";

    /// <summary>The environment variable for the runs that keep a trace, used if <see cref="Trace"/> is null: <c>on_failure</c>, <c>always</c>, or <c>never</c>.</summary>
    public const string TraceVariable = "PLAYBOOKS_TRACE";

    /// <summary>The environment variable for what makes runs fail, used if <see cref="FailOn"/> is null: any of <c>flaky</c>, <c>recovered</c>, and <c>drift</c>, separated by commas.</summary>
    public const string FailOnVariable = "PLAYBOOKS_FAIL_ON";

    /// <summary>The environment variable for the folder that keeps sessions, used if <see cref="SessionsFolder"/> is null.</summary>
    public const string SessionsVariable = "PLAYBOOKS_SESSIONS";

    /// <summary>The environment variable for accepting screenshots, used if <see cref="UpdateScreenshots"/> is null: <c>1</c> or <c>0</c>.</summary>
    public const string UpdateScreenshotsVariable = "PLAYBOOKS_UPDATE_SCREENSHOTS";

    /// <summary>Gets the absolute http or https URL that relative URLs resolve against. The default is the playbook's <c>base_url</c>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Gets the folder that contains all runs. The default is the value of <see cref="OutputVariable"/>, or <c>playbook-runs</c> in the current directory.</summary>
    public string? OutputRoot { get; init; }

    /// <summary>
    /// Gets the credentials of logins by their names, such as <c>username</c> and <c>password</c>. Missing ones are read from environment
    /// variables such as <c>PLAYBOOKS_CREDENTIALS__PASSWORD</c>, and from the .NET user secrets of the playbook's project.
    /// </summary>
    public IReadOnlyDictionary<string, Secret> Credentials { get; init; } = ReadOnlyDictionary<string, Secret>.Empty;

    /// <summary>Gets the folder that keeps the sessions of logins, readable by its owner only. The default is the value of <see cref="SessionsVariable"/>, or a folder in the local application data of the user.</summary>
    public string? SessionsFolder { get; init; }

    /// <summary>Gets how long the runs in <see cref="OutputRoot"/> are kept. By default, runs are kept forever, except in test projects and in the service, which use <see cref="Playbooks.Retention.Default"/>. Applied when the process starts its first run, and then at most once an hour.</summary>
    public Retention? Retention { get; init; }

    /// <summary>Gets what makes a run fail although all of its steps succeeded. The default is the value of <see cref="FailOnVariable"/>, or <see cref="Playbooks.FailOn.None"/>.</summary>
    public FailOn? FailOn { get; init; }

    /// <summary>Gets which runs keep a trace. The default is the value of <see cref="TraceVariable"/>, or <see cref="TraceMode.OnFailure"/>.</summary>
    public TraceMode? Trace { get; init; }

    /// <summary>Gets which actions take a screenshot. Secrets in screenshots are covered. The default is <see cref="ScreenshotMode.OnFailure"/>.</summary>
    public ScreenshotMode Screenshots { get; init; } = ScreenshotMode.OnFailure;

    /// <summary>Gets whether a screenshot of <c>expect_screenshot</c> that is missing or looks different is accepted: it is written next to the playbook, and the expectation is met. The default is the value of <see cref="UpdateScreenshotsVariable"/>, or false.</summary>
    public bool? UpdateScreenshots { get; init; }

    /// <summary>Gets the limits of the run, which replace the playbook's. If null, the playbook's guardrails apply.</summary>
    public Guardrails? Guardrails { get; init; }

    /// <summary>Gets the browser context of the run. What is set here replaces what the playbook says; what is not set is left to the playbook. <see cref="Context"/> takes precedence over both.</summary>
    public BrowserSettings? Browser { get; init; }

    /// <summary>Gets Playwright's options for the browser context that the run creates in a given browser. If null, Playwright's defaults apply. A proxy that is set here replaces the proxy that enforces the guardrails.</summary>
    public BrowserNewContextOptions? Context { get; init; }

    /// <summary>Gets the time limit of the whole run, which must be greater than zero. If null, only the time limits of the steps apply.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Gets the agent that recovers failed steps with the policy <c>llm_recover</c>. If null, such a step fails as with <c>retry</c>.</summary>
    public IRecoveryAgent? Recovery { get; init; }

    /// <summary>Gets what all recoveries of one run may use together.</summary>
    public RecoveryLimits RecoveryLimits { get; init; } = new();

    /// <summary>Gets the language model that answers <c>llm_extract</c>. If null, such a step fails with <see cref="ErrorCode.LlmError"/>.</summary>
    public ITextModel? Model { get; init; }

    /// <summary>Gets the reports that the run writes in addition to the files in its folder. If null, the run writes the reports that the environment requests (see <see cref="ReportOptions.FromEnvironment"/>), and GitHub's workflow commands to standard output.</summary>
    public ReportOptions? Reports { get; init; }

    /// <summary>Gets the listeners that are notified during the run.</summary>
    public IReadOnlyList<IStepListener> Listeners { get; init; } = [];

    /// <summary>Gets the clock for timestamps and waiting. The default is the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Gets whether GitHub's annotation of a failure is returned in <see cref="PlaybookResult.GitHubAnnotation"/> instead of being written to
    /// standard output. Intended for test frameworks, which hide standard output but show messages. The default is false.
    /// </summary>
    public bool ReturnsGitHubAnnotation { get; init; }

    /// <summary>Gets the name resolution and the connections of the egress proxy. If null, those of this machine.</summary>
    internal INetwork? Network { get; init; }

    /// <summary>Gets the writer of the run's files. If null, the file system of this machine.</summary>
    internal Disk? Disk { get; init; }

    /// <summary>Gets the logger for messages about the run, or null.</summary>
    public ILogger? Logger { get; init; }
}
