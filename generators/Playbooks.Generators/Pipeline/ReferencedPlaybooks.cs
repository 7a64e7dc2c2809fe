using System.Collections.Immutable;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Playbooks.Language;
using Playbooks.Language.Model;

namespace Playbooks.Generators.Pipeline;

/// <summary>
/// Reads the signatures of the playbooks in a referenced assembly from its metadata, where the generator of that project has written them.
/// No code of the assembly is loaded.
/// </summary>
internal static class ReferencedPlaybooks
{
    private const string AttributeNamespace = "Playbooks.Generated";
    private const string AttributeName = "PlaybookSignatureAttribute";

    /// <summary>The playbooks of a reference; empty: it has none.</summary>
    public static EquatableArray<CallablePlaybook> Read(MetadataReference reference, CancellationToken cancellationToken)
    {
        try
        {
            return reference switch
            {
                CompilationReference project => ReadProject(project.Compilation.Assembly),
                PortableExecutableReference file => ReadFile(file),
                _ => default,
            };
        }
        catch (Exception failure) when (failure is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            // The compiler reports a reference that it cannot read.
            return default;
        }
    }

    /// <summary>The playbooks of all references.</summary>
    public static IEnumerable<CallablePlaybook> ReadAll(IEnumerable<MetadataReference> references, CancellationToken cancellationToken) =>
        references.SelectMany(reference => Read(reference, cancellationToken));

    /// <summary>The playbooks of all references, one after the other.</summary>
    public static EquatableArray<CallablePlaybook> Merge(ImmutableArray<EquatableArray<CallablePlaybook>> references, CancellationToken cancellationToken) =>
        references.SelectMany(static playbooks => playbooks).ToEquatableArray();

    // An editor has the projects of a solution as compilations.
    private static EquatableArray<CallablePlaybook> ReadProject(IAssemblySymbol assembly) => assembly.GetAttributes()
        .Where(static attribute => attribute.AttributeClass is { Name: AttributeName } type && type.ContainingNamespace.ToDisplayString() == AttributeNamespace)
        .Select(static attribute => attribute.ConstructorArguments.Select(static argument => argument.Value as string).ToArray())
        .Select(static arguments => arguments.Length == 3 ? SignatureText.Read(arguments[0]!, arguments[1]!, arguments[2]!) : null)
        .OfType<CallablePlaybook>()
        .ToEquatableArray();

    private static EquatableArray<CallablePlaybook> ReadFile(PortableExecutableReference file)
    {
        if (file.GetMetadata() is not AssemblyMetadata assembly)
        {
            return default;
        }

        var reader = assembly.GetModules()[0].GetMetadataReader();
        if (!reader.IsAssembly)
        {
            return default;
        }

        var found = new List<CallablePlaybook>();
        foreach (var handle in reader.GetAssemblyDefinition().GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (IsSignature(reader, attribute) && ReadAttribute(reader.GetBlobReader(attribute.Value)) is { } playbook)
            {
                found.Add(playbook);
            }
        }

        return found.ToEquatableArray();
    }

    private static bool IsSignature(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && reader.GetTypeReference((TypeReferenceHandle)parent) is var type
        && reader.StringComparer.Equals(type.Name, AttributeName)
        && reader.StringComparer.Equals(type.Namespace, AttributeNamespace);

    /// <summary>Reads the arguments as ECMA-335 II.23.3 lays them out: a prolog, and three strings.</summary>
    private static CallablePlaybook? ReadAttribute(BlobReader blob)
    {
        return blob.ReadUInt16() == 1 && blob.ReadSerializedString() is { } id && blob.ReadSerializedString() is { } typeName && blob.ReadSerializedString() is { } members
            ? SignatureText.Read(id, typeName, members)
            : null;
    }
}
