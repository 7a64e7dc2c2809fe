using Microsoft.Playwright;
using Playbooks.Browsing;
using Playbooks.Cli.Projects;
using Playbooks.Language;
using Playbooks.Shared;

namespace Playbooks.Cli.Running;

/// <summary>Runs a playbook of this machine: compiles it with its project, gives it its values, and starts a browser for it.</summary>
internal static class LocalRun
{
    /// <summary>Compiles a playbook, and gives it its values.</summary>
    /// <param name="path">The full path of the playbook.</param>
    /// <param name="values">The values of its parameters, as texts.</param>
    /// <param name="cancellationToken">Stops the compilation.</param>
    /// <exception cref="InvalidPlaybookException">The playbook, or one that it calls, has errors.</exception>
    /// <exception cref="CommandException">A value is missing or invalid, or C# of the project does not compile.</exception>
    public static Playbook Prepare(string path, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var project = CheckedProject.WithAllOf(path, cancellationToken);
        RequireValid(project, path);
        return Create(CompiledProject.Catalog(CompiledProject.Compile(project, cancellationToken)).First(entry => entry.Info.Source.Path == path), values);
    }

    /// <summary>Requires that a playbook and those that it calls have no errors.</summary>
    /// <exception cref="InvalidPlaybookException">They have.</exception>
    public static void RequireValid(CheckedProject project, string path)
    {
        var called = project.CalledBy(path).Select(static playbook => playbook.Path).ToHashSet(StringComparer.Ordinal);
        var errors = project.Findings.Where(found => called.Contains(found.Path) && found.Finding.Rule.Severity == FindingSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidPlaybookException(errors);
        }
    }

    /// <summary>Gives a compiled playbook its values; secret parameters that were not given come from the environment, as the credentials do.</summary>
    /// <exception cref="CommandException">A value is missing or invalid.</exception>
    public static Playbook Create(PlaybookEntry entry, IReadOnlyDictionary<string, string> given)
    {
        var values = WithSecrets(entry, given);
        var mistakes = entry.Check(values);
        return mistakes.Count == 0 ? entry.Create(values) : throw new CommandException(string.Join(Environment.NewLine, mistakes.Select(mistake => mistake.Message + Advice(mistake, entry))));
    }

    private static string Advice(ParameterFinding mistake, PlaybookEntry entry) =>
        mistake.Id != ParameterMistakes.MissingId ? string.Empty
        : entry.Info.Parameters.Any(parameter => parameter.Name == mistake.Parameter && parameter.Secret) ? $" Set {CredentialVariable.Of(mistake.Parameter)}."
        : $" Write -p {mistake.Parameter}=…";

    // On a command line, other users of the machine would see a secret.
    private static Dictionary<string, string> WithSecrets(PlaybookEntry entry, IReadOnlyDictionary<string, string> given)
    {
        var values = new Dictionary<string, string>(given, StringComparer.Ordinal);
        foreach (var parameter in entry.Info.Parameters.Where(static parameter => parameter.Secret))
        {
            if (Environment.GetEnvironmentVariable(CredentialVariable.Of(parameter.Name)) is { Length: > 0 } secret)
            {
                values.TryAdd(parameter.Name, secret);
            }
        }

        return values;
    }

    /// <summary>Runs a playbook in a browser of its own.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="headed">Whether the browser shows its windows.</param>
    /// <param name="onInstall">Receives a sentence about a browser that is being installed.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <param name="request">The settings of this run only, or null for the defaults.</param>
    /// <exception cref="CommandException">The run could not start.</exception>
    public static async Task<PlaybookResult> RunAsync(
        Playbook playbook, RunOptions options, bool headed, Action<string> onInstall, CancellationToken cancellationToken, RunRequest? request = null)
    {
        try
        {
            var runner = new PlaybookRunner(options);
            await using var session = await BrowserSession.StartAsync(new() { Headed = headed, OnMessage = message => ReportInstallation(message, onInstall) }, cancellationToken);
            return await runner.RunAsync(playbook, session.Browser, request, cancellationToken);
        }
        catch (Exception failure) when (failure is PlaybookException or ArgumentException or PlaywrightException)
        {
            throw new CommandException(failure.Message);
        }
    }

    // Which browser is used is of interest only if one is being installed, which takes long.
    private static void ReportInstallation(string message, Action<string> onInstall)
    {
        if (!message.StartsWith("Using ", StringComparison.Ordinal))
        {
            onInstall(message);
        }
    }
}

/// <summary>A playbook cannot run, because it has errors.</summary>
/// <param name="errors">The errors, by path and place.</param>
internal sealed class InvalidPlaybookException(IReadOnlyList<FileFinding> errors) : Exception("The playbook has errors.")
{
    /// <summary>Gets the errors.</summary>
    public IReadOnlyList<FileFinding> Errors { get; } = errors;
}
