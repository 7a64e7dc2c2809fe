using System.Text;

namespace Playbooks.Runs.Reports;

/// <summary>Writes files that readers find whole or not at all, whoever else writes them at the same time.</summary>
internal static class WholeFile
{
    // What a page may hold that no text can (half a surrogate pair) becomes the replacement character, and no error.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text in UTF-8, in the place of what was there; a link there is replaced and not followed.</summary>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllTextAsync(temporary, text, Utf8, cancellationToken).ConfigureAwait(false);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
