using System.IO.Compression;
using System.Text;

namespace Playbooks.Tests.Runs.Recording;

/// <summary>Zips and unzips traces.</summary>
internal static class ZippedTrace
{
    /// <summary>A zip of these files.</summary>
    public static MemoryStream Of(params (string Name, byte[] Content)[] files)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        zip.Position = 0;
        return zip;
    }

    /// <summary>A zip of these texts.</summary>
    public static MemoryStream Of(params (string Name, string Content)[] files) =>
        Of([.. files.Select(static file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);

    /// <summary>The files of a zip.</summary>
    public static Dictionary<string, byte[]> Files(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.ToDictionary(static entry => entry.FullName, static entry =>
        {
            using var content = entry.Open();
            var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>The texts of a zip.</summary>
    public static Dictionary<string, string> Texts(Stream zip) =>
        Files(zip).ToDictionary(static file => file.Key, static file => Encoding.UTF8.GetString(file.Value));
}
