using System.Reflection;

namespace Playbooks.Server.Catalog;

/// <summary>The compiled playbooks that a worker executes.</summary>
internal sealed class PlaybookCatalog
{
    private readonly Dictionary<string, PlaybookEntry> byId = new(StringComparer.Ordinal);

    private PlaybookCatalog(IEnumerable<Assembly> assemblies)
    {
        foreach (var entry in assemblies.Distinct().SelectMany(EntriesOf))
        {
            if (!byId.TryAdd(entry.Info.Id, entry))
            {
                throw new PlaybookException(
                    ErrorCode.SetupFailed,
                    $"Two assemblies of the service contain a playbook '{entry.Info.Id}': {byId[entry.Info.Id].Info.Source.Path} and {entry.Info.Source.Path}. Rename one of them, or remove its assembly.");
            }
        }
    }

    /// <summary>Gets all playbooks, ordered by id.</summary>
    public IReadOnlyList<PlaybookEntry> All => [.. byId.Values.OrderBy(static entry => entry.Info.Id, StringComparer.Ordinal)];

    /// <summary>Reads the generated catalogs of assemblies.</summary>
    /// <param name="assemblies">The assemblies. If empty, the program's own.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: an assembly has no catalog, or two contain a playbook with the same id.</exception>
    public static PlaybookCatalog Create(IEnumerable<Assembly> assemblies)
    {
        var named = assemblies.ToList();
        return new(named.Count > 0 ? named : Assembly.GetEntryAssembly() is { } program ? [program] : []);
    }

    /// <summary>Returns the playbook with an id, or null if there is none.</summary>
    public PlaybookEntry? Find(string id) => byId.GetValueOrDefault(id);

    private static IReadOnlyList<PlaybookEntry> EntriesOf(Assembly assembly)
    {
        var catalog = assembly.GetCustomAttribute<PlaybookCatalogAttribute>()?.CatalogType.GetProperty("All", BindingFlags.Public | BindingFlags.Static);
        return catalog?.GetValue(null) as IReadOnlyList<PlaybookEntry> ?? throw new PlaybookException(
            ErrorCode.SetupFailed,
            $"The assembly {assembly.GetName().Name} has no playbooks: none of its files is named *.playbook.yaml, or it does not reference the package Playbooks. "
            + "Add an assembly that has playbooks: AddPlaybooksServer(options => options.Assemblies.Add(typeof(OneOfItsTypes).Assembly)). If the service is only a gateway, set its Role.");
    }
}
