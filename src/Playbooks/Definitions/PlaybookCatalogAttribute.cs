using System.Diagnostics.CodeAnalysis;

namespace Playbooks;

/// <summary>Names the generated catalogue of an assembly's playbooks, so that hosts find it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PlaybookCatalogAttribute : Attribute
{
    /// <summary>Names the catalogue.</summary>
    /// <param name="catalogType">A static class with a property <c>All</c> of <see cref="PlaybookEntry"/>.</param>
    public PlaybookCatalogAttribute([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type catalogType) =>
        CatalogType = catalogType;

    /// <summary>A static class with a property <c>All</c> of <see cref="PlaybookEntry"/>.</summary>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
    public Type CatalogType { get; }
}
