using Microsoft.Playwright;
using Playbooks.Tests.Browser;

namespace Playbooks.Tests.Runner.Scripted;

/// <summary>A test that runs scripted playbooks on a real page, on a clock that jumps over waits.</summary>
[Collection(RunnerChromium.Name)]
public abstract class RunnerTest(Chromium chromium) : IAsyncLifetime
{
    protected static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(777);

    protected IPage Page { get; private set; } = null!;

    protected string OutputRoot { get; } = Path.Combine(Path.GetTempPath(), "playbooks-tests", Guid.NewGuid().ToString("N"));

    internal RecordingListener Listener { get; } = new();

    internal JumpingTime Time { get; } = new(Delay);

    internal RunOptions Options => new() { OutputRoot = OutputRoot, Listeners = [Listener], TimeProvider = Time };

    public async Task InitializeAsync()
    {
        Page = await chromium.NewPageAsync();
        await Page.SetContentAsync("<title>Orders</title><h1>Order 12345</h1><button id=cancel>Cancel order</button>");
    }

    public async Task DisposeAsync()
    {
        await Page.Context.CloseAsync();
        if (Directory.Exists(OutputRoot))
        {
            Directory.Delete(OutputRoot, recursive: true);
        }
    }

    internal static StepInfo Info(int number, FailurePolicy policy = FailurePolicy.Retry, string? storeAs = null, int attempts = 2, string action = "click") => new()
    {
        Number = number,
        Path = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Action = action,
        Location = new(number + 5, 5, number + 5, 30),
        OnFailure = policy,
        Attempts = attempts,
        RetryDelay = Delay,
        StoreAs = storeAs,
    };

    /// <summary>Expects this title, and gives up soon.</summary>
    internal static StepVerification Title(string part) => new() { TitleContains = part, Timeout = TimeSpan.FromMilliseconds(50) };

    internal static Func<IPage, Task> Fail(string why) => _ => Task.FromException(new PlaybookException(ErrorCode.StepFailed, why));

    internal static Task Work(IPage page) => Task.CompletedTask;

    internal static Func<IPage, Task> SetTitle(string title) => page => page.EvaluateAsync("title => { document.title = title }", title);

    internal Task<PlaybookResult<ScriptedOutputs>> RunAsync(ScriptedPlaybook playbook, RunOptions? options = null, RunRequest? request = null, CancellationToken cancellationToken = default) =>
        new PlaybookRunner(options ?? Options).RunAsync(playbook, Page, request, cancellationToken);

    internal Task<PlaybookResult<ScriptedOutputs>> RunAsync(params Playbooks.Steps.Step[] steps) => RunAsync(new ScriptedPlaybook(steps));

    /// <summary>Runs steps in real time, for pages that need time.</summary>
    internal Task<PlaybookResult<ScriptedOutputs>> RunInTimeAsync(params Playbooks.Steps.Step[] steps) =>
        RunAsync(new ScriptedPlaybook(steps), Options with { TimeProvider = TimeProvider.System });
}
