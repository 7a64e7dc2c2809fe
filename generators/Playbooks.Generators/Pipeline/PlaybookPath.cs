namespace Playbooks.Generators.Pipeline;

/// <summary>What a path says about a file.</summary>
internal static class PlaybookPath
{
    private static readonly string[] Endings = [".playbook.yaml", ".playbook.yml"];

    /// <summary>Whether the file is a playbook, by its name.</summary>
    public static bool IsPlaybook(string path) => Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>The same path with slashes.</summary>
    public static string Slashed(string path) => path.Replace('\\', '/');
}
