using System.Globalization;
using Playbooks.Runs;

namespace Playbooks.Steps;

/// <summary>Where a screenshot is written.</summary>
internal sealed class ScreenshotFile(string folder)
{
    private const int LongestName = 80;

    /// <summary>A path that no earlier screenshot has; its folder is there afterwards.</summary>
    /// <param name="number">The step's running number.</param>
    /// <param name="name">Any text; what does not belong in a file's name becomes <c>_</c>.</param>
    public string Reserve(int number, string name)
    {
        OwnerOnlyFolder.Create(folder);
        var stem = number.ToString("0000", CultureInfo.InvariantCulture) + "_" + Safe(name);
        var path = Path.Combine(folder, stem + ".jpg");
        for (var count = 2; File.Exists(path); count++)
        {
            path = Path.Combine(folder, $"{stem}-{count.ToString(CultureInfo.InvariantCulture)}.jpg");
        }

        return path;
    }

    private static string Safe(string name)
    {
        var text = new string([.. name.Take(LongestName).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')]).Trim('.');
        return text.Length == 0 ? "screenshot" : text;
    }
}
