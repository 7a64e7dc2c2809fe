using Playbooks.Generators.Emitting;
using Playbooks.Language;
using Playbooks.Language.Project;

namespace Playbooks.Generators.Pipeline;

/// <summary>
/// Decides which of several types with one name is generated: the catalog and namespaces first, then playbooks, then
/// tests, each in the order of the paths. What loses is reported as a finding, and must not be reported by C# as well.
/// </summary>
internal static class TypeClaims
{
    public static EquatableArray<WithheldType> Withheld(IReadOnlyCollection<ProjectPlaybook> playbooks, string rootNamespace)
    {
        var catalog = Join(rootNamespace, CatalogEmitter.ClassName);
        var taken = new HashSet<string>(StringComparer.Ordinal) { catalog };
        foreach (var @namespace in playbooks.Select(playbook => playbook.Namespace).Distinct())
        {
            for (var end = @namespace.Length; end > 0; end = @namespace.LastIndexOf('.', end - 1))
            {
                taken.Add(@namespace.Substring(0, end));
            }
        }

        var withheld = new List<WithheldType>();
        var ordered = playbooks.OrderBy(playbook => playbook.Path, StringComparer.Ordinal).ToList();
        foreach (var playbook in ordered)
        {
            Claim(playbook, playbook.ClassName);
        }

        foreach (var playbook in ordered.Where(playbook => playbook.TestClassName is not null))
        {
            Claim(playbook, playbook.TestClassName!);
        }

        return withheld.ToEquatableArray();

        void Claim(ProjectPlaybook playbook, string typeName)
        {
            if ((playbook.Namespace + ".").StartsWith(catalog + ".", StringComparison.Ordinal) || !taken.Add(Join(playbook.Namespace, typeName)))
            {
                withheld.Add(new(playbook.Path, typeName));
            }
        }
    }

    private static string Join(string @namespace, string name) => @namespace.Length == 0 ? name : @namespace + "." + name;
}
