using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Playbooks.Xunit;

/// <summary>
/// Compares the number of playbooks in a project at build time with the number of compiled playbooks, because a test suite must not
/// pass if some of its tests are missing.
/// </summary>
internal static class CatalogCheck
{
    private const string CountKey = "Playbooks.Count";

    /// <summary>Checks an assembly. An assembly that was built without playbooks passes.</summary>
    /// <exception cref="PlaybookException">The numbers differ.</exception>
    public static void Check(Assembly assembly)
    {
        var counted = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(static metadata => metadata.Key == CountKey)?.Value;
        if (counted is null)
        {
            return;
        }

        var compiled = CompiledIn(assembly);
        if (int.Parse(counted, CultureInfo.InvariantCulture) != compiled)
        {
            throw new PlaybookException(
                ErrorCode.SetupFailed,
                string.Create(CultureInfo.InvariantCulture, $"The project {assembly.GetName().Name} has {counted} playbooks, but {compiled} were compiled into it. Rebuild the project. If the error persists, report it as a bug."));
        }
    }

    private static int CompiledIn(Assembly assembly) =>
        assembly.GetCustomAttribute<PlaybookCatalogAttribute>()?.CatalogType.GetProperty("All")?.GetValue(null) is ICollection entries ? entries.Count : 0;
}
