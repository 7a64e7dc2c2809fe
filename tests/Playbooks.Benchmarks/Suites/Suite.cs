using System.Diagnostics;
using System.Globalization;
using Playbooks.TestSupport;

namespace Playbooks.Benchmarks.Suites;

/// <summary>One way to write the 20 tests, built and ready to run.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Folder">The folder in which it runs.</param>
/// <param name="CommandFor">The command for a number of workers.</param>
internal sealed record Suite(string Title, string Folder, Func<int, string[]> CommandFor)
{
    private static readonly string[] Packages = ["Playbooks", "Playbooks.Xunit.V3"];

    /// <summary>Gets whether each test records a trace, which is dropped if it passes.</summary>
    public bool IsTraced { get; init; }

    /// <summary>Gets the name of the suite, and whether it is traced.</summary>
    public string Name => IsTraced ? $"{Title}, traced" : Title;

    /// <summary>Returns the folder of the packages.</summary>
    public static string FeedOf(string root) => Path.Combine(root, "packages");

    /// <summary>Makes the suite of playbooks, with packages of this repository.</summary>
    public static Suite OfPlaybooks(string root)
    {
        var (feed, version) = (FeedOf(root), "0.1.0-suite." + Guid.NewGuid().ToString("N"));
        foreach (var package in Packages)
        {
            Command.Run(RepositoryFolder.Of(), "dotnet", ["pack", $"src/{package}", "-c", "Release", "-o", feed, $"-p:PackageVersion={version}", "-p:RunAnalyzers=false", "-v:quiet", "-nologo"]);
        }

        var folder = CopyFiles(root, "Playbooks");
        foreach (var file in Directory.GetFiles(folder, "*.cases.csv").Select(Path.GetFileName))
        {
            // The cases of the example expect failures, too. Here, every case passes.
            var playbook = file!.Replace(".cases.csv", ".playbook.yaml", StringComparison.Ordinal);
            var example = File.ReadAllText(RepositoryFolder.Of("examples", "Orders.Playbooks", "Playbooks", playbook));
            File.WriteAllText(Path.Combine(folder, playbook), $"{example[..example.IndexOf("\ncases:", StringComparison.Ordinal)]}\ncases_from: {file}\n");
        }

        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(root, "restored")}" /></config>
              <packageSources><add key="packed" value="{feed}" /></packageSources>
              <fallbackPackageFolders><add key="known" value="{known}" /></fallbackPackageFolders>
            </configuration>
            """);
        return OfXunit("playbooks", folder, $"<PackageReference Include=\"Playbooks.Xunit.V3\" Version=\"{version}\" />");
    }

    /// <summary>Makes the suite that calls Playwright directly.</summary>
    public static Suite WrittenByHand(string root) =>
        OfXunit("written by hand with xunit.v3", CopyFiles(root, "HandWritten"), $"<PackageReference Include=\"Microsoft.Playwright\" Version=\"{VersionOf("Microsoft.Playwright")}\" />");

    /// <summary>Makes the suite of @playwright/test, or returns null where npm is not installed.</summary>
    public static Suite? FindPlaywrightTest(string root)
    {
        var folder = CopyFiles(root, "PlaywrightTest");
        try
        {
            Command.Run(folder, "npm", ["install", "--no-audit", "--no-fund"]);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        return new("@playwright/test", folder, static _ => ["node", "node_modules/@playwright/test/cli.js", "test"]);
    }

    /// <summary>Runs all tests, and returns how long the process took.</summary>
    public TimeSpan Run(int workers, IReadOnlyDictionary<string, string?> environment)
    {
        var (start, command) = (Stopwatch.GetTimestamp(), CommandFor(workers));
        var said = Command.Run(Folder, command[0], command[1..], new Dictionary<string, string?>(environment)
        {
            ["WORKERS"] = workers.ToString(CultureInfo.InvariantCulture),
            [RunOptions.TraceVariable] = IsTraced ? "on_failure" : "never",
        });
        var time = Stopwatch.GetElapsedTime(start);
        return said.Contains("20 passed", StringComparison.Ordinal) || said.Contains("Total: 20, Errors: 0, Failed: 0", StringComparison.Ordinal)
            ? time
            : throw new InvalidOperationException($"{Name} did not pass 20 tests:\n{said}");
    }

    private static Suite OfXunit(string title, string folder, string package)
    {
        File.WriteAllText(Path.Combine(folder, "Suite.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RootNamespace>Orders</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
                {package}
                <PackageReference Include="xunit.v3" Version="{VersionOf("xunit.v3")}" />
              </ItemGroup>
            </Project>
            """);
        Command.Run(folder, "dotnet", ["build", "-c", "Release", "-v:quiet", "-nologo"]);
        return new(title, folder, workers => ["dotnet", "exec", "bin/Release/net10.0/Suite.dll", "-maxThreads", workers.ToString(CultureInfo.InvariantCulture)]);
    }

    private static string VersionOf(string package)
    {
        var marker = $"<PackageVersion Include=\"{package}\" Version=\"";
        var all = File.ReadAllText(RepositoryFolder.Of("Directory.Packages.props"));
        return all[(all.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..].Split('"')[0];
    }

    private static string CopyFiles(string root, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        foreach (var file in Directory.GetFiles(RepositoryFolder.Of("tests", "Playbooks.Benchmarks", "Suites", "Files", name)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return folder;
    }
}
