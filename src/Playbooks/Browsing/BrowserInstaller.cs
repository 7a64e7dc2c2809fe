using System.Globalization;

namespace Playbooks.Browsing;

/// <summary>Installs a browser where there is none.</summary>
/// <param name="attempts">The ways to try, the best first.</param>
/// <param name="commandsToType">What a person would type instead.</param>
/// <param name="installLock">Keeps other processes from doing the same at the same time.</param>
/// <param name="messages">Is told what is being done.</param>
/// <param name="time">Measures the time limits.</param>
internal sealed class BrowserInstaller(
    IReadOnlyList<InstallAttempt> attempts,
    IReadOnlyList<string> commandsToType,
    InstallLock installLock,
    BrowserMessages messages,
    TimeProvider time)
{
    /// <summary>Tries one way after the other until a browser is there.</summary>
    /// <param name="find">Looks whether one is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PlaybookException">No way led to a browser; the message says what was tried and what to type.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<FoundBrowser> InstallAsync(Func<FoundBrowser?> find, CancellationToken cancellationToken)
    {
        using var held = await installLock
            .TakeAsync(() => messages.Say("Another process is installing a browser; waiting for it."), cancellationToken)
            .ConfigureAwait(false);
        if (find() is { } byAnother)
        {
            return byAnother;
        }

        var failures = new List<string>();
        foreach (var attempt in attempts)
        {
            messages.Say($"There is no browser on this machine. Installing one: {attempt.Name}.");
            var failure = await TryAsync(attempt, cancellationToken).ConfigureAwait(false);
            if (find() is { } installed)
            {
                messages.Say($"Installed {installed.Name}: {installed.Path}");
                return installed;
            }

            failures.Add($"{attempt.Name}: {failure ?? "ended well, but left no browser where one is looked for"}");
            messages.Say(failures[^1]);
        }

        throw NothingWorked(commandsToType, failures);
    }

    /// <summary>The error that says what to type.</summary>
    public static PlaybookException NothingWorked(IReadOnlyList<string> commandsToType, IReadOnlyList<string> failures)
    {
        var tried = failures.Count == 0 ? "" : $" Tried:\n{string.Join('\n', failures.Select(failure => "  - " + failure))}\n";
        var type = commandsToType.Count == 0 ? "" : $" Install one by typing\n{string.Join("\nor\n", commandsToType.Select(command => "    " + command))}\nor";
        return new(
            ErrorCode.SetupFailed,
            $"There is no browser on this machine{(failures.Count == 0 ? "." : ", and none could be installed.")}{tried}{type} set {BrowserOptions.ExecutableVariable} to the program of a Chromium, Chrome or Edge.");
    }

    /// <returns>Why it failed; null if it did not.</returns>
    private async Task<string?> TryAsync(InstallAttempt attempt, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(attempt.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        foreach (var command in attempt.Commands)
        {
            CommandResult result;
            try
            {
                result = await CommandRunner.RunAsync(command, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return string.Create(CultureInfo.InvariantCulture, $"was stopped after {attempt.TimeLimit.TotalSeconds:0} s");
            }

            if (result.ExitCode != 0 && !command.MayFail)
            {
                return Describe(result);
            }
        }

        return null;
    }

    private static string Describe(CommandResult result)
    {
        // The line that names an error says more than the last one, which is often part of a stack trace.
        var telling = result.LastLines.FirstOrDefault(line => line.StartsWith("Error:", StringComparison.Ordinal) || line.StartsWith("E:", StringComparison.Ordinal))
            ?? (result.LastLines.Count == 0 ? null : result.LastLines[^1]);
        return string.Create(CultureInfo.InvariantCulture, $"ended with code {result.ExitCode}{(telling is null ? "" : $" ({telling})")}");
    }
}
