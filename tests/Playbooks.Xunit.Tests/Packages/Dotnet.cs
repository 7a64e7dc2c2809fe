using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks.Xunit.Tests.Packages;

/// <summary>Runs the SDK's command line as a person would, outside of this build.</summary>
internal static class Dotnet
{
    // It ends a command that hangs; a machine that is busy may need minutes for a pack.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private static readonly string Compiler = $"playbooks-tests-{Environment.ProcessId}";

    /// <summary>Ends the compiler that the builds have shared.</summary>
    public static async Task EndCompilerAsync()
    {
        var sdk = (await RunAsync(AppContext.BaseDirectory, "--info")).Succeeded().Output.Split('\n').Select(static line => line.Trim()).First(static line => line.StartsWith("Base Path:", StringComparison.Ordinal))["Base Path:".Length..].Trim();
        (await RunAsync(AppContext.BaseDirectory, Path.Combine(sdk, "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", $"-pipename:{Compiler}")).Succeeded();
    }

    public static Task<DotnetResult> RunAsync(string folder, params string[] arguments) => RunAsync(folder, [], arguments);

    public static async Task<DotnetResult> RunAsync(string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        var info = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the build around this test says of itself is not meant for the build inside it.
        foreach (var name in info.Environment.Keys.Where(IsOfTheBuildAround).ToList())
        {
            info.Environment.Remove(name);
        }

        info.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        info.Environment["MSBUILDTERMINALLOGGER"] = "off";
        info.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // All builds of these tests share a compiler, which ends with them.
        info.Environment["UseSharedCompilation"] = "true";
        info.Environment["SharedCompilationId"] = Compiler;

        foreach (var (name, value) in environment)
        {
            info.Environment[name] = value;
        }

        using var process = new Process { StartInfo = info };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(string.Join(' ', arguments), process.ExitCode, output.ToString());
    }

    private static bool IsOfTheBuildAround(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Playbooks", StringComparison.Ordinal)
        || name.StartsWith("GITHUB_", StringComparison.Ordinal);

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}

/// <summary>How a command ended, and all that it printed.</summary>
internal sealed record DotnetResult(string Command, int ExitCode, string Output)
{
    /// <summary>The compiler's lines about playbooks, each as often as it was printed while building (the summary repeats them).</summary>
    public IReadOnlyList<string> Findings =>
    [
        .. Output[..SummaryAt]
            .Split(Environment.NewLine)
            .Where(line => line.Contains(": error ", StringComparison.Ordinal) || line.Contains(": warning ", StringComparison.Ordinal))
            .Select(line => line[..(line.LastIndexOf(" [", StringComparison.Ordinal) is var end and > 0 ? end : line.Length)].Trim()),
    ];

    /// <summary>The same, whole, by the name of the project's file.</summary>
    public ILookup<string, string> FindingsByProject =>
        Output[..SummaryAt]
            .Split(Environment.NewLine)
            .Select(line => Regex.Match(line, @": (error|warning) .* \[.*[/\\](?<project>[^/\\]+)\]$"))
            .Where(match => match.Success)
            .ToLookup(match => match.Groups["project"].Value, match => match.Value);

    /// <summary>All lines, in the order in which they were printed.</summary>
    public IReadOnlyList<string> Lines => Output.Split(Environment.NewLine);

    private int SummaryAt => Output.IndexOf($"{Environment.NewLine}Build ", StringComparison.Ordinal) is var at and >= 0 ? at : Output.Length;

    public DotnetResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"dotnet {Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    public DotnetResult Failed()
    {
        Assert.True(ExitCode != 0, $"dotnet {Command} should have failed:\n{Output}");
        return this;
    }
}
