using System.Globalization;
using Playbooks.Storage;

namespace Playbooks.Browsing;

/// <summary>Installs a browser on a machine that has none.</summary>
/// <param name="attempts">The ways to install a browser, best first.</param>
/// <param name="commandsToType">The commands that a person would run instead.</param>
/// <param name="installLock">Prevents other processes from installing at the same time.</param>
/// <param name="messages">Receives progress messages.</param>
/// <param name="time">The clock for time limits.</param>
internal sealed class BrowserInstaller(
    IReadOnlyList<InstallAttempt> attempts,
    IReadOnlyList<string> commandsToType,
    FileLock installLock,
    BrowserMessages messages,
    TimeProvider time)
{
    /// <summary>Runs one attempt after another until a browser is installed.</summary>
    /// <param name="find">Looks for an installed browser.</param>
    /// <param name="cancellationToken">Cancels the installation.</param>
    /// <exception cref="PlaybookException">No attempt installed a browser. The message lists the attempts and the commands to run.</exception>
    /// <exception cref="OperationCanceledException">The installation was canceled.</exception>
    public async Task<FoundBrowser> InstallAsync(Func<FoundBrowser?> find, CancellationToken cancellationToken)
    {
        using var held = await installLock
            .TakeAsync(() => messages.Say("Waiting for another process to install a browser."), cancellationToken)
            .ConfigureAwait(false);
        if (find() is { } byAnother)
        {
            return byAnother;
        }

        var failures = new List<string>();
        foreach (var attempt in attempts)
        {
            messages.Say($"No browser was found on this machine. Installing one: {attempt.Name}.");
            var failure = await TryAsync(attempt, cancellationToken).ConfigureAwait(false);
            if (find() is { } installed)
            {
                messages.Say($"Installed {installed.Name}: {installed.Path}");
                return installed;
            }

            failures.Add($"{attempt.Name}: {failure ?? "succeeded, but left no browser in a known location"}");
            messages.Say(failures[^1]);
        }

        throw NothingWorked(commandsToType, failures);
    }

    /// <summary>Creates the error with the commands to run.</summary>
    public static PlaybookException NothingWorked(IReadOnlyList<string> commandsToType, IReadOnlyList<string> failures)
    {
        var tried = failures.Count == 0 ? "" : $" Tried:\n{string.Join('\n', failures.Select(failure => "  - " + failure))}\n";
        var type = commandsToType.Count == 0 ? " Set" : $" Install one with\n{string.Join("\nor\n", commandsToType.Select(command => "    " + command))}\nor set";
        return new(
            ErrorCode.SetupFailed,
            $"No browser was found on this machine{(failures.Count == 0 ? "." : ", and none could be installed.")}{tried}{type} {BrowserOptions.ExecutableVariable} to the path of a Chromium, Chrome, or Edge executable.");
    }

    /// <returns>The reason of the failure, or null if the attempt succeeded.</returns>
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
        // The line that names an error is more useful than the last one, which is often part of a stack trace.
        var telling = result.LastLines.FirstOrDefault(line => line.StartsWith("Error:", StringComparison.Ordinal) || line.StartsWith("E:", StringComparison.Ordinal))
            ?? (result.LastLines.Count == 0 ? null : result.LastLines[^1]);
        return string.Create(CultureInfo.InvariantCulture, $"ended with code {result.ExitCode}{(telling is null ? "" : $" ({telling})")}");
    }
}
