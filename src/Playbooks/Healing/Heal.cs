using Playbooks.Healing;
using Playbooks.RunFolder;

namespace Playbooks;

/// <summary>Applies the selectors that a recovery suggests to the playbook: the <c>heal.patch</c> in the folder of the run.</summary>
public static class Heal
{
    /// <summary>Applies the patch of a run to a playbook, if it changes nothing but selectors, and if the file has no new findings afterwards.</summary>
    /// <param name="patchPath">The path of the <c>heal.patch</c>.</param>
    /// <param name="playbookPath">The path of the playbook's file.</param>
    /// <param name="check">Returns the compiler's findings for a version of the playbook's text, such as <c>PB0302 The selector '#save' is repeated in this chain. The second one is never used.</c>, without line numbers.</param>
    /// <returns>Whether the patch was applied; if not, why. In that case, the file is unchanged.</returns>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.NotFound"/>: one of the files does not exist.</exception>
    public static HealResult Apply(string patchPath, string playbookPath, Func<string, IReadOnlyList<string>> check)
    {
        ArgumentException.ThrowIfNullOrEmpty(patchPath);
        ArgumentException.ThrowIfNullOrEmpty(playbookPath);
        ArgumentNullException.ThrowIfNull(check);
        var patch = Read(patchPath, "The run has no patch, or this is not the folder of the run.");
        var before = Read(playbookPath, "Pass the path of the playbook that the run executed.");
        string? after;
        try
        {
            after = UnifiedDiff.Apply(patch, before);
        }
        catch (FormatException malformed)
        {
            return new(false, $"{patchPath} is not a patch of one playbook: {malformed.Message}");
        }

        if (after is null)
        {
            return new(false, $"{playbookPath} has changed since the run, so the patch does not apply. Run the playbook again to get a new one.");
        }

        if (after == before)
        {
            return new(false, $"The patch does not change {playbookPath}.");
        }

        if (YamlScanner.WithoutSelectors(before) != YamlScanner.WithoutSelectors(after))
        {
            return new(false, "The patch changes more than the selectors of steps. Only selectors are changed by a recovery: review the patch, and change the rest by hand.");
        }

        if (New(check(before), check(after)) is { } finding)
        {
            return new(false, $"The changed playbook has a new finding: {finding}");
        }

        WholeFile.Replace(playbookPath, after);
        return new(true);
    }

    private static string Read(string path, string advice) => File.Exists(path)
        ? File.ReadAllText(path)
        : throw new PlaybookException(ErrorCode.NotFound, $"The file {path} does not exist. {advice}");

    private static string? New(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var known = before.ToList();
        return after.FirstOrDefault(finding => !known.Remove(finding));
    }
}

/// <summary>Describes whether a patch was applied.</summary>
/// <param name="Applied">Whether the playbook was changed.</param>
/// <param name="Reason">The reason why the patch was not applied, in one sentence, or null if it was applied.</param>
public sealed record HealResult(bool Applied, string? Reason = null);
