namespace Playbooks.Generators.Tests.Harness;

/// <summary>The good playbooks, which the language's tests keep.</summary>
internal static class Corpus
{
    private static readonly string Folder = RepositoryFolder.Of("tests", "Playbooks.Language.Tests", "corpus");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.playbook.*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Determines whether a playbook consists of hundreds of things of the same kind.</summary>
    public static bool IsRepetitive(string name) => name.StartsWith("many_steps.", StringComparison.Ordinal) || name.StartsWith("member_names_", StringComparison.Ordinal);

    /// <summary>A project with a playbook, and with the file of cases that it names, if it names one.</summary>
    public static TestProject WithCorpus(this TestProject project, string folder, string name) =>
        Files(name).Aggregate(project, (known, file) => known.With(folder + file, Text(file)));

    /// <summary>The file of a playbook, and the file of cases that it names, if it names one.</summary>
    public static IEnumerable<string> Files(string name)
    {
        yield return name;
        var caseFile = name.Split('.')[0] + Language.CaseFile.Ending;
        if (File.Exists(Path.Combine(Folder, caseFile)))
        {
            yield return caseFile;
        }
    }

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
