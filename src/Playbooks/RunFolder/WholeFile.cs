using System.Text;

namespace Playbooks.RunFolder;

/// <summary>Writes files that readers find whole or not at all, whoever else writes them at the same time. Only their owner can read them.</summary>
internal static class WholeFile
{
    // What a page may hold that no text can (half a surrogate pair) becomes the replacement character, and no error.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text in UTF-8, in the place of what was there; a link there is replaced and not followed.</summary>
    public static void Write(string path, string text) => Write(path, file =>
    {
        using var writer = new StreamWriter(file, Utf8);
        writer.Write(text);
    });

    /// <summary>Writes bytes, in the place of what was there; a link there is replaced and not followed.</summary>
    public static void Write(string path, byte[] bytes) => Write(path, file => file.Write(bytes));

    private static void Write(string path, Action<FileStream> write)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = OwnerOnlyFile.Create(temporary))
            {
                write(file);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
