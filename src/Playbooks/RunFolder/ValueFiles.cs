using System.Buffers;
using System.Globalization;
using System.Text;

namespace Playbooks.RunFolder;

/// <summary>
/// Moves long texts out of a run's log and status: a text of more than 64 KiB is written to a file of its own, and replaced by its
/// beginning, its length, and the name of the file.
/// </summary>
/// <param name="folder">The folder of the run.</param>
/// <param name="disk">Writes the files.</param>
internal sealed class ValueFiles(RunDirectory folder, Disk disk)
{
    /// <summary>The maximum length of a text that a record contains completely, in bytes of UTF-8.</summary>
    internal const int LongestText = 64 * 1024;

    private const int Beginning = 1000;
    private const int ChunkLength = 64 * 1024;

    private readonly Dictionary<string, LargeValue> byName = new(StringComparer.Ordinal);

    /// <summary>Gets the reason why the last file could not be written, or null. The beginning and the length of its text are kept nevertheless.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Returns the record in the form in which it is logged.</summary>
    public LogRecord Shorten(LogRecord record) => record switch
    {
        ActionRecord action => Shorten(action),
        EndRecord end => Shorten(end),
        NoteRecord note => note with { Message = Cut(note.Message) },
        _ => record,
    };

    private ActionRecord Shorten(ActionRecord action)
    {
        var value = action.ResultText is { } text && IsLong(text) ? Store(action.StoreAs ?? $"step-{action.Path}", text) : null;
        return action with
        {
            ResultText = Cut(action.ResultText, value),
            ResultFile = value is { File.Length: > 0 } ? value.File : null,
            ResultLength = value?.Length,
            Description = Cut(action.Description),
            InputSummary = Cut(action.InputSummary),
            Error = Cut(action.Error),
            Cause = Cut(action.Cause),
            Url = Cut(action.Url),
            Expectations = [.. action.Expectations.Select(static one => one with { Expected = Cut(one.Expected), Seen = Cut(one.Seen) })],
        };
    }

    private EndRecord Shorten(EndRecord end) => end with
    {
        Outputs = [.. end.Outputs.Select(Shorten)],
        Error = end.Error is { } error ? error with { Message = Cut(error.Message), Details = error.Details is { } details ? details with { Cause = Cut(details.Cause), Where = Cut(details.Where) } : null } : null,
        Failure = end.Failure is { } failure
            ? failure with
            {
                Where = Cut(failure.Where),
                Message = Cut(failure.Message),
                Cause = Cut(failure.Cause),
                Url = Cut(failure.Url),
                Title = Cut(failure.Title),
                Values = [.. failure.Values.Select(value => value with { Text = Cut(value.Text, byName.GetValueOrDefault(value.Name)) })],
                Expectations = [.. failure.Expectations.Select(static one => one with { Expected = Cut(one.Expected), Seen = Cut(one.Seen) })],
            }
            : null,
    };

    private NamedText Shorten(NamedText output)
    {
        if (!IsLong(output.Text))
        {
            return output;
        }

        // The file was written when its step ended, unless the text is not the result of the step itself.
        var value = byName.GetValueOrDefault(output.Name) is { } known && known.Length == output.Text.Length ? known : Store(output.Name, output.Text);
        return output with { Text = Cut(output.Text, value), File = value.File.Length > 0 ? value.File : null, Length = value.Length };
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Cut(string? text, LargeValue? value = null)
    {
        if (text is null || !IsLong(text))
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[Beginning - 1]) ? Beginning - 1 : Beginning;
        var place = value is { File.Length: > 0 } ? $", all of it in {value.File}" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, end)}… ({text.Length} characters{place})");
    }

    private static bool IsLong(string text) => text.Length > LongestText || (text.Length > LongestText / 3 && Encoding.UTF8.GetByteCount(text) > LongestText);

    private LargeValue Store(string name, string text)
    {
        try
        {
            return byName[name] = new(name, Write(name, text), text.Length);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or PlaybookException)
        {
            Failure = failure;
            return new(name, string.Empty, text.Length);
        }
    }

    private string Write(string name, string text)
    {
        folder.Create();
        OwnerOnlyFolder.Create(folder.Values);
        folder.RefuseLinks();
        // An output that is stored twice has two files.
        var path = SymbolicLinks.FindUnused(Path.Combine(folder.Values, Safe(name)), ".txt");
        Write(path, text.AsSpan());
        return $"{RunFiles.Values}/{Path.GetFileName(path)}";
    }

    private void Write(string path, ReadOnlySpan<char> text)
    {
        using var handle = disk.Open(path, FileMode.CreateNew, FileShare.Read);
        var encoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetEncoder();
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(ChunkLength));
        try
        {
            for (var offset = 0L; !text.IsEmpty;)
            {
                var chunk = text[..Math.Min(ChunkLength, text.Length)];
                text = text[chunk.Length..];
                var written = encoder.GetBytes(chunk, buffer, flush: text.IsEmpty);
                disk.Write(handle, buffer.AsSpan(0, written), offset);
                offset += written;
            }

            disk.Flush(handle);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // The name of an output in the YAML is a safe file name. A name from a program can be anything.
    private static string Safe(string name) => RunId.From(name).Text;
}
