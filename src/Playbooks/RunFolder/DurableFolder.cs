using System.Runtime.InteropServices;

namespace Playbooks.RunFolder;

/// <summary>Flushes the entries of a folder to the disk, so that a file created or renamed in it survives a power failure.</summary>
internal static partial class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Flushes the folder. Has no effect where this is not supported, such as on Windows and some network drives; only a power failure would make a difference.</summary>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET cannot open folders.
        var descriptor = Open(path, ReadOnly);
        if (descriptor >= 0)
        {
            _ = Synchronize(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
