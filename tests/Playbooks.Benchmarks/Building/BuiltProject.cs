using System.Diagnostics;
using Playbooks.TestSupport;

namespace Playbooks.Benchmarks.Building;

/// <summary>A test project on the disk that uses this repository's runtime, generator and MSBuild files as it would use the packages.</summary>
internal sealed class BuiltProject : IDisposable
{
    private static readonly string[] Outputs = ["bin", "obj/Debug"];
    private static readonly string[] Packages = ["Playbooks", "Playbooks.Xunit"];

    private readonly string folder;
    private readonly string name;
    private CompilerServer server = new();
    private int edits;

    /// <summary>Writes the project and restores it.</summary>
    /// <param name="root">The folder of all projects.</param>
    /// <param name="name">Its name.</param>
    /// <param name="playbooks">Its playbooks; none makes an empty project.</param>
    public BuiltProject(string root, string name, IReadOnlyList<string> playbooks)
    {
        this.name = name;
        folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        Write("Directory.Build.props", Imports("props"));
        Write("Directory.Build.targets", Imports("targets"));
        Write(name + ".csproj", Project());
        Write("Sample.cs", "namespace Shop;\n\npublic static class Sample;\n");
        for (var i = 0; i < playbooks.Count; i++)
        {
            Write($"Playbooks/p{i}.playbook.yaml", playbooks[i]);
        }

        Run("restore");
    }

    /// <summary>Builds with nothing built and a compiler that has compiled nothing.</summary>
    public BuildCost BuildCold()
    {
        server.Dispose();
        server = new();
        foreach (var output in Outputs.Select(output => Path.Combine(folder, output)).Where(Directory.Exists))
        {
            Directory.Delete(output, recursive: true);
        }

        return Build();
    }

    /// <summary>Builds after an edit to one playbook.</summary>
    public BuildCost BuildAfterEdit(int playbook)
    {
        Write($"Playbooks/p{playbook}.playbook.yaml", RealisticPlaybooks.Make(playbook, $"Edited {++edits} times"));
        return Build();
    }

    /// <summary>Builds after an edit to the project's C#.</summary>
    public BuildCost BuildAfterCSharpEdit()
    {
        Write("Sample.cs", $"namespace Shop;\n\npublic static class Sample\n{{\n    public const int Edits = {++edits};\n}}\n");
        return Build();
    }

    public void Dispose() => server.Dispose();

    private BuildCost Build()
    {
        var start = Stopwatch.GetTimestamp();
        Run("build", "--no-restore", "-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + server.Id);
        return new(Stopwatch.GetElapsedTime(start), server.TakeProcessorTime(), server.PeakMegabytes());
    }

    private void Run(params string[] arguments) => Command.Run(
        folder, "dotnet", [.. arguments, name + ".csproj", "-nologo", "-nodeReuse:false", "-v:quiet"], new Dictionary<string, string?> { ["UseSharedCompilation"] = null });

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static string Imports(string kind) =>
        $"<Project>\n{string.Concat(Packages.Select(package => $"  <Import Project=\"{RepositoryFolder.Of("src", package, "build", $"{package}.{kind}")}\" />\n"))}</Project>\n";

    private static string Project()
    {
        var own = AppContext.BaseDirectory;
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RootNamespace>Shop</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{own}Playbooks.dll;{own}Playbooks.Xunit.dll;{own}Microsoft.Playwright.dll;{own}xunit*.dll" />
                <Analyzer Include="{own}Playbooks.Generators.dll;{own}Playbooks.Language.dll;{own}YamlDotNet.dll" />
              </ItemGroup>
            </Project>

            """;
    }
}

/// <summary>What a build took.</summary>
/// <param name="Time">From the command's start to its end.</param>
/// <param name="Compiler">The compiler's processor time.</param>
/// <param name="PeakMegabytes">The most memory that the compiler has taken since it was started, in MB.</param>
internal sealed record BuildCost(TimeSpan Time, TimeSpan Compiler, double PeakMegabytes);
