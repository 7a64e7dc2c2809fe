namespace Playbooks.Browser.Tests.Snapshots;

/// <summary>
/// Compares a text with a file that a person has read. A difference is laid beside it as <c>.received.txt</c>;
/// <c>PLAYBOOKS_ACCEPT_SNAPSHOTS=1</c> accepts it.
/// </summary>
internal static class TextSnapshot
{
    public static void Verify(string name, string text)
    {
        var folder = Path.Combine(Repository(), "tests", "Playbooks.Browser.Tests", "_snapshots");
        var verified = Path.Combine(folder, name + ".verified.txt");
        var received = Path.Combine(folder, name + ".received.txt");
        var normal = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (normal == expected)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        var accepts = Environment.GetEnvironmentVariable("PLAYBOOKS_ACCEPT_SNAPSHOTS") == "1";
        File.WriteAllText(accepts ? verified : received, normal);
        if (!accepts)
        {
            Assert.Fail($"{(expected is null ? "There is no snapshot" : "The text differs from the snapshot")} {verified}. Received:\n{normal}");
        }
    }

    // Not by the caller's path, which a deterministic build maps.
    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Playbooks.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository only.");
        }

        return folder.FullName;
    }
}
