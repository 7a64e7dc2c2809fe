using System.Runtime.CompilerServices;
using System.Text;

namespace Playbooks.Generators.Tests.Harness;

/// <summary>
/// Compares a text with the accepted one in the folder <c>_snapshots</c>, in the naming of Verify: what is accepted is a file
/// <c>.verified.</c>; what came instead is put beside it as <c>.received.</c>. A missing file fails.
/// </summary>
internal static class Snapshots
{
    /// <summary>Set to 1, the environment variable accepts whatever comes.</summary>
    public const string AcceptVariable = "PLAYBOOKS_ACCEPT_SNAPSHOTS";

    private static readonly bool Accepts = Environment.GetEnvironmentVariable(AcceptVariable) == "1";

    /// <summary>Compares generated C#; the hint name stands in the first line.</summary>
    public static void VerifyCode(string test, string hintName, string code, [CallerFilePath] string caller = "") =>
        Verify($"{Path.GetFileNameWithoutExtension(caller)}.{test}#{hintName.Split('/')[^1].Replace(".cs", string.Empty, StringComparison.Ordinal)}", "cs", $"//HintName: {hintName}\n{code}");

    /// <summary>Compares a text.</summary>
    public static void VerifyText(string test, string text, [CallerFilePath] string caller = "") =>
        Verify($"{Path.GetFileNameWithoutExtension(caller)}.{test}", "txt", text);

    private static void Verify(string name, string extension, string text)
    {
        var folder = RepositoryFolder.Of("tests", "Playbooks.Generators.Tests", "_snapshots");
        Directory.CreateDirectory(folder);
        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var received = Path.Combine(folder, $"{name}.received.{extension}");
        if (Accepts)
        {
            File.WriteAllText(verified, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Delete(received);
            return;
        }

        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{(File.Exists(verified) ? "This is not what was accepted" : "Nothing was accepted yet")}: compare\n  {verified}\n  {received}\nand accept with {AcceptVariable}=1.\n\n{Difference(verified, text)}");
    }

    private static string Difference(string verified, string text)
    {
        var expected = File.Exists(verified) ? File.ReadAllLines(verified) : [];
        var actual = text.Split('\n');
        var line = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"First difference in line {line + 1}:\n- {expected.ElementAtOrDefault(line)}\n+ {actual.ElementAtOrDefault(line)}";
    }
}
