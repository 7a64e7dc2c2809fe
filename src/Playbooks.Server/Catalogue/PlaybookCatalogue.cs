using System.Reflection;

namespace Playbooks.Server.Catalogue;

/// <summary>The compiled playbooks that a worker executes.</summary>
internal sealed class PlaybookCatalogue
{
    private readonly Dictionary<string, PlaybookEntry> byId = new(StringComparer.Ordinal);

    private PlaybookCatalogue(IEnumerable<Assembly> assemblies)
    {
        foreach (var entry in assemblies.Distinct().SelectMany(EntriesOf))
        {
            if (!byId.TryAdd(entry.Info.Id, entry))
            {
                throw new PlaybookException(
                    ErrorCode.SetupFailed,
                    $"Two of the service's assemblies have a playbook '{entry.Info.Id}': {byId[entry.Info.Id].Info.Source.Path} and {entry.Info.Source.Path}. Rename one, or leave its assembly out.");
            }
        }
    }

    /// <summary>All of them, by id.</summary>
    public IReadOnlyList<PlaybookEntry> All => [.. byId.Values.OrderBy(static entry => entry.Info.Id, StringComparer.Ordinal)];

    /// <summary>Reads the assemblies' generated catalogues.</summary>
    /// <param name="assemblies">Which; empty: the program's own.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.SetupFailed"/>: one has none, or two have a playbook of one id.</exception>
    public static PlaybookCatalogue Of(IEnumerable<Assembly> assemblies)
    {
        var named = assemblies.ToList();
        return new(named.Count > 0 ? named : Assembly.GetEntryAssembly() is { } program ? [program] : []);
    }

    /// <summary>The playbook of an id; null: there is none.</summary>
    public PlaybookEntry? Find(string id) => byId.GetValueOrDefault(id);

    private static IReadOnlyList<PlaybookEntry> EntriesOf(Assembly assembly)
    {
        var catalogue = assembly.GetCustomAttribute<PlaybookCatalogAttribute>()?.CatalogType.GetProperty("All", BindingFlags.Public | BindingFlags.Static);
        return catalogue?.GetValue(null) as IReadOnlyList<PlaybookEntry> ?? throw new PlaybookException(
            ErrorCode.SetupFailed,
            $"The assembly {assembly.GetName().Name} has no playbooks: none of its files is named *.playbook.yaml, or it does not reference the package Playbooks. "
            + "Name the assembly that has some: AddPlaybooks(options => options.Assemblies.Add(typeof(OneOfItsTypes).Assembly)). A pure gateway needs none: set its Role.");
    }
}
