using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Playbooks.Tests.Architecture;

/// <summary>A type of an assembly that uses another of the same assembly.</summary>
internal sealed record TypeUse(string User, string Used)
{
    public string UserNamespace => Namespace(User);

    public string UsedNamespace => Namespace(Used);

    private static string Namespace(string type) => type.LastIndexOf('.') is var dot and > 0 ? type[..dot] : "";
}

/// <summary>What a compiled assembly knows, read from its metadata; nothing of it is loaded or run.</summary>
/// <param name="References">The assemblies it is compiled against.</param>
/// <param name="TouchedTypes">Full names of the foreign types it uses.</param>
/// <param name="Uses">Which of its types use which others of it, in signatures and in method bodies.</param>
internal sealed record CompiledAssembly(IReadOnlyList<string> References, IReadOnlyList<string> TouchedTypes, IReadOnlyList<TypeUse> Uses)
{
    public static CompiledAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return new(
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))],
            [.. metadata.TypeReferences.Select(handle => FullName(metadata, metadata.GetTypeReference(handle)))],
            [.. new TypeUseReader(file, metadata).Read()]);
    }

    private static string FullName(MetadataReader metadata, TypeReference type) =>
        $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
