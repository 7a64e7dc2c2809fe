using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Playbooks.Generated;

namespace Playbooks.Benchmarks.Generation;

/// <summary>Assemblies with the signatures of their playbooks, as the generator writes them into a referenced project.</summary>
internal static class MadeReferences
{
    private const string Attribute = "[assembly: global::Playbooks.Generated.PlaybookSignature(";

    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary);

    /// <summary>Returns the id of a playbook that can be called.</summary>
    public static string IdOf(int project, int playbook) => string.Create(CultureInfo.InvariantCulture, $"library_{project}_playbook_{playbook}");

    /// <summary>Makes so many assemblies of so many playbooks each.</summary>
    public static MetadataReference[] Make(int projects, int playbooks) => [.. Enumerable.Range(0, projects).Select(project => Make($"Library{project}", Signatures(project, playbooks)))];

    // Only the signatures are compiled: the generator reads nothing else of a reference.
    private static string Signatures(int project, int playbooks)
    {
        var texts = Enumerable.Range(0, playbooks).Select(number =>
            MadePlaybooks.Make(number, "Does its work").Replace($"id: playbook_{number}\n", $"id: {IdOf(project, number)}\n", StringComparison.Ordinal));
        var generated = new MadeProject(texts).Driver().RunGenerators(MadeProject.Compilation).GetRunResult().GeneratedTrees;
        var lines = generated.SelectMany(static tree => tree.ToString().Split('\n')).Where(static line => line.StartsWith(Attribute, StringComparison.Ordinal)).ToList();
        return lines.Count == playbooks ? string.Join('\n', lines) : throw new InvalidOperationException($"There are {lines.Count} signatures of {playbooks} playbooks.");
    }

    private static PortableExecutableReference Make(string name, string source)
    {
        MetadataReference[] references =
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(static path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
                .Append(typeof(PlaybookSignatureAttribute).Assembly.Location)
                .Select(static path => MetadataReference.CreateFromFile(path)),
        ];
        using var image = new MemoryStream();
        var emitted = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references, Options).Emit(image);
        return emitted.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
    }
}
