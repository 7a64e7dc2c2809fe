using System.Diagnostics.CodeAnalysis;

namespace Playbooks;

/// <summary>Identifies the generated catalog of an assembly's playbooks, so that hosts can find it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PlaybookCatalogAttribute : Attribute
{
    /// <summary>Initializes the attribute with the type of the catalog.</summary>
    /// <param name="catalogType">A static class with a property <c>All</c> of <see cref="PlaybookEntry"/> items.</param>
    public PlaybookCatalogAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type catalogType) =>
        CatalogType = catalogType;

    /// <summary>Gets the type of the catalog, a static class with a property <c>All</c> of <see cref="PlaybookEntry"/> items.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
    public Type CatalogType { get; }
}
