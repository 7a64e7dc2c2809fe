using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Recording;

/// <summary>Rewrites a trace without the run's secrets, and adds the playbook's file, so that the viewer shows its lines.</summary>
internal sealed partial class TraceMask(SecretMask mask)
{
    /// <summary>Rewrites a trace.</summary>
    /// <param name="from">The trace that Playwright wrote.</param>
    /// <param name="to">Receives the masked trace. The stream stays open.</param>
    /// <param name="source">The file of the playbook.</param>
    /// <param name="cancellationToken">Cancels the operation, with an incomplete trace written.</param>
    /// <exception cref="InvalidDataException">The file is not a trace.</exception>
    public void Rewrite(Stream from, Stream to, PlaybookSource source, CancellationToken cancellationToken)
    {
        using var unmasked = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        using var masked = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        var names = Names(unmasked);
        var json = new JsonMask(mask, names);
        var calls = new TraceCalls();
        // The stacks are derived from the lines.
        foreach (var entry in unmasked.Entries.OrderBy(static entry => IsStacks(entry.FullName)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Images and fonts are already compressed.
            var level = entry.CompressedLength < entry.Length ? CompressionLevel.Fastest : CompressionLevel.NoCompression;
            using var target = masked.CreateEntry(names[entry.FullName], level).Open();
            if (IsStacks(entry.FullName))
            {
                calls.WriteTo(target);
            }
            else if (IsLines(entry.FullName))
            {
                using var lines = entry.Open();
                WriteLines(new(lines), json, calls, target, cancellationToken);
            }
            else
            {
                new BodyMask(mask).Write(entry.Open, target, cancellationToken);
            }
        }

        WriteSource(masked, source);
    }

    private static void WriteLines(TraceLines lines, JsonMask json, TraceCalls calls, Stream target, CancellationToken cancellationToken)
    {
        var masked = new ArrayBufferWriter<byte>();
        for (var line = lines.Next(); !line.IsEmpty; line = lines.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            masked.ResetWrittenCount();
            json.Write(line, masked);
            calls.Add(masked.WrittenSpan);
            target.Write(masked.WrittenSpan);
        }
    }

    /// <summary>Adds the playbook's file where the viewer expects it.</summary>
    private void WriteSource(ZipArchive masked, PlaybookSource source)
    {
        // The viewer requests the hash of the path in the trace, which is masked.
        var path = mask.Apply(source.Path);
#pragma warning disable CA5350 // The viewer's choice; it names a file, and protects nothing.
        var hash = SHA1.HashData(Encoding.UTF8.GetBytes(path));
#pragma warning restore CA5350
        var name = $"src/{Convert.ToHexStringLower(hash)}{Path.GetExtension(path)}";
        using var target = masked.CreateEntry(name, CompressionLevel.Fastest).Open();
        target.Write(Encoding.UTF8.GetBytes(mask.Apply(source.ReadText())));
    }

    /// <summary>Returns the new names of the files. Names that are hashes contain a secret only by chance, and are kept.</summary>
    private Dictionary<string, string> Names(ZipArchive trace)
    {
        var names = new Dictionary<string, string>();
        var taken = new HashSet<string>();
        foreach (var entry in trace.Entries)
        {
            var name = HashName().IsMatch(entry.FullName) || IsLines(entry.FullName) || IsStacks(entry.FullName) ? entry.FullName : mask.Apply(entry.FullName);
            while (!taken.Add(name))
            {
                name += "_";
            }

            names[entry.FullName] = name;
        }

        return names;
    }

    private static bool IsLines(string name) =>
        name.EndsWith(".trace", StringComparison.Ordinal) || name.EndsWith(".network", StringComparison.Ordinal);

    private static bool IsStacks(string name) => name.EndsWith(".stacks", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[a-z]+/[0-9a-f]{40}(\.[a-z0-9]{1,5})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex HashName();
}
