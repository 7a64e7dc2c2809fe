using System.Diagnostics;
using Playbooks.Generators.Tests.Harness;

namespace Playbooks.Generators.Tests.RealCompiler;

/// <summary>Runs the SDK's own compiler over files on the disk, as a build does.</summary>
internal sealed class RealCompiler : IDisposable
{
    private static readonly string Sdk = FindSdk();

    private readonly string folder = Directory.CreateTempSubdirectory("playbooks").FullName;
    private readonly List<string> arguments = [];

    public RealCompiler() =>
        Source("something.cs", "// A compilation has a file.\n").Config("options.globalconfig", $"""
            is_global = true
            build_property.RootNamespace = Shop.Tests
            build_property.ProjectDir = {folder}/
            build_property.PlaybooksTestFramework = xunit
            build_property.PlaybooksAccessibility = axe
            """);

    /// <summary>Where the files are.</summary>
    public string Folder => folder;

    public RealCompiler Playbook(string name, string text)
    {
        arguments.Add($"-additionalfile:\"{Write(name, text)}\"");
        return this;
    }

    public RealCompiler Source(string name, string text)
    {
        arguments.Add($"\"{Write(name, text)}\"");
        return this;
    }

    public RealCompiler Config(string name, string text)
    {
        arguments.Add($"-analyzerconfig:\"{Write(name, text)}\"");
        return this;
    }

    public RealCompiler Argument(string argument)
    {
        arguments.Add(argument);
        return this;
    }

    /// <summary>All of the SDK's code analysis, at its strictest.</summary>
    public RealCompiler WithEveryAnalyzer()
    {
        var analyzers = Path.Combine(Sdk, "Sdks", "Microsoft.NET.Sdk", "analyzers");
        arguments.AddRange(Directory.EnumerateFiles(analyzers, "*.NetAnalyzers.dll")
            .Where(path => !path.Contains("VisualBasic", StringComparison.Ordinal))
            .Select(path => $"-analyzer:\"{path}\""));
        arguments.Add($"-analyzerconfig:\"{Directory.EnumerateFiles(analyzers, "analysislevel_*_all.globalconfig", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last()}\"");
        return this;
    }

    /// <summary>The lines that the compiler prints.</summary>
    public IReadOnlyList<string> Run()
    {
        var own = AppContext.BaseDirectory;
        List<string> response =
        [
            "-nologo -target:library -nullable:enable -warn:9999 -deterministic -langversion:latest -utf8output -debug:portable",
            $"-out:\"{Path.Combine(folder, "Shop.Tests.dll")}\" -doc:\"{Path.Combine(folder, "Shop.Tests.xml")}\"",
            .. ((string[])["Playbooks.Generators.dll", "Playbooks.Language.dll", "YamlDotNet.dll"]).Select(analyzer => $"-analyzer:\"{Path.Combine(own, analyzer)}\""),
            .. TestProject.ReferencePaths.Select(reference => $"-reference:\"{reference}\""),
            .. arguments,
        ];
        var file = Write("compile.rsp", string.Join('\n', response));
        using var compiler = Process.Start(new ProcessStartInfo("dotnet", $"\"{Path.Combine(Sdk, "Roslyn", "bincore", "csc.dll")}\" -noconfig @\"{file}\"")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        var errors = compiler.StandardError.ReadToEndAsync();
        var lines = compiler.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        compiler.WaitForExit();
        Assert.Equal(string.Empty, errors.GetAwaiter().GetResult());
        return [.. lines.Select(line => line.Replace(folder + "/", string.Empty, StringComparison.Ordinal))];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    // The shared framework lies in shared/Microsoft.NETCore.App/10.0.0, the SDKs in sdk.
    private static string FindSdk()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Directory.EnumerateDirectories(Path.Combine(root, "sdk"))
            .Where(path => File.Exists(Path.Combine(path, "Roslyn", "bincore", "csc.dll")))
            .OrderBy(path => Version.Parse(Path.GetFileName(path).Split('-')[0]))
            .Last();
    }
}
