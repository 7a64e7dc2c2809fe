using System.Text;

namespace Playbooks.RunFolder;

/// <summary>Writes files atomically, even with concurrent writers: readers find either the whole file or none. Unless a method says otherwise, only the owner can read them.</summary>
internal static class WholeFile
{
    // Text of a page that cannot be encoded (an unpaired surrogate) becomes the replacement character instead of an error.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text in UTF-8 and replaces an existing file. A link is replaced, not followed.</summary>
    public static void Write(string path, string text) => Write(path, file =>
    {
        using var writer = new StreamWriter(file, Utf8);
        writer.Write(text);
    });

    /// <summary>Writes bytes and replaces an existing file. A link is replaced, not followed.</summary>
    public static void Write(string path, byte[] bytes) => Write(path, file => file.Write(bytes));

    /// <summary>Writes bytes and replaces an existing file. Whoever can read other files of the folder can read it.</summary>
    public static void WriteForAll(string path, byte[] bytes) => Exchange(path, temporary => File.WriteAllBytes(temporary, bytes));

    /// <summary>Replaces the text of an existing file, which keeps its permissions. Readers find either the old text or the new.</summary>
    public static void Replace(string path, string text) => Exchange(path, temporary =>
    {
        File.Copy(path, temporary);
        File.WriteAllText(temporary, text, Utf8);
    });

    private static void Write(string path, Action<FileStream> write) => Exchange(path, temporary =>
    {
        using var file = OwnerOnlyFile.Create(temporary);
        write(file);
    });

    private static void Exchange(string path, Action<string> write)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            write(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
