namespace Playbooks.Language.Project;

/// <summary>Finds playbooks of a project that get into each other's way (PB0006).</summary>
internal static class ProjectRules
{
    private const string Catalog = "PlaybookCatalog";

    /// <summary>Checks all playbooks of a project together.</summary>
    /// <param name="playbooks">The playbooks; one path that is given twice counts once.</param>
    /// <param name="rootNamespace">The project's root namespace, which holds the generated catalog; empty: none.</param>
    /// <returns>The findings by path and place; those that a file switches off are left out.</returns>
    public static EquatableArray<FileFinding> Check(IEnumerable<ProjectPlaybook> playbooks, string rootNamespace)
    {
        var all = playbooks
            .Where(playbook => playbook.Summary.HasId)
            .GroupBy(playbook => playbook.Path, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderBy(playbook => playbook.Path, StringComparer.Ordinal)
            .ToList();
        var found = new Dictionary<ProjectPlaybook, string>();
        FindEqual(all, playbook => playbook.Id, "also has the id '{0}'", found);
        FindEqual(all, playbook => Full(playbook.Namespace, playbook.ClassName), "would also have the C# class {0}", found);
        FindTestClasses(all, found);
        FindNamespaces(all, rootNamespace, found);
        return found
            .Select(pair => new FileFinding(pair.Key.Path, new(Rule.DuplicatePlaybook, pair.Value, pair.Key.Summary.IdSpan)))
            .Where(finding => !all.First(playbook => playbook.Path == finding.Path).Summary.Suppressions.Cover(finding.Finding))
            .OrderBy(finding => finding.Path, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static void FindEqual(List<ProjectPlaybook> all, Func<ProjectPlaybook, string> key, string what, Dictionary<ProjectPlaybook, string> found)
    {
        foreach (var equal in all.GroupBy(key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var playbook in equal)
            {
                var other = equal.First(one => !ReferenceEquals(one, playbook));
                Add(found, playbook, $"{Place(other)} {what.Replace("{0}", equal.Key)}. Give one of them another id.");
            }
        }
    }

    private static void FindTestClasses(List<ProjectPlaybook> all, Dictionary<ProjectPlaybook, string> found)
    {
        var byClass = all.ToLookup(playbook => Full(playbook.Namespace, playbook.ClassName), StringComparer.Ordinal);
        foreach (var tested in all.Where(playbook => playbook.TestClassName is not null))
        {
            var test = Full(tested.Namespace, tested.TestClassName!);
            foreach (var other in byClass[test])
            {
                Add(found, tested, $"The test class {test} of this playbook's cases is also the class of {Place(other)}. Give one of them another id.");
                Add(found, other, $"{test} is also the test class of the cases of {Place(tested)}. Give one of them another id.");
            }
        }
    }

    private static void FindNamespaces(List<ProjectPlaybook> all, string rootNamespace, Dictionary<ProjectPlaybook, string> found)
    {
        var folders = new Dictionary<string, ProjectPlaybook>(StringComparer.Ordinal);
        foreach (var playbook in all)
        {
            for (var ns = playbook.Namespace; ns.Length > 0; ns = ns.Substring(0, Math.Max(0, ns.LastIndexOf('.'))))
            {
                if (!folders.ContainsKey(ns))
                {
                    folders.Add(ns, playbook);
                }
            }
        }

        foreach (var playbook in all)
        {
            if ((playbook.Namespace + ".").StartsWith(Full(rootNamespace, Catalog) + ".", StringComparison.Ordinal))
            {
                Add(found, playbook, $"{Catalog} is the name of the project's generated catalog, so no namespace can have that name. Rename the folder.");
            }

            foreach (var name in new[] { playbook.ClassName, playbook.TestClassName }.OfType<string>())
            {
                var full = Full(playbook.Namespace, name);
                if (full == Full(rootNamespace, Catalog))
                {
                    Add(found, playbook, $"{Catalog} is the name of the project's generated catalog. Give this playbook another id.");
                }
                else if (folders.TryGetValue(full, out var inside))
                {
                    Add(found, playbook, $"The class {full} would have the same name as the namespace of {Place(inside)}. Rename the folder, or give this playbook a different id.");
                }
            }
        }
    }

    /// <summary>One finding a playbook is enough: its id must change.</summary>
    private static void Add(Dictionary<ProjectPlaybook, string> found, ProjectPlaybook playbook, string message)
    {
        if (!found.ContainsKey(playbook))
        {
            found.Add(playbook, message);
        }
    }

    private static string Place(ProjectPlaybook playbook) => $"{playbook.Path}({playbook.Summary.IdSpan.StartLine + 1},{playbook.Summary.IdSpan.StartColumn + 1})";

    private static string Full(string ns, string name) => ns.Length == 0 ? name : ns + "." + name;
}
