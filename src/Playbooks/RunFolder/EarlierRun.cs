using System.Globalization;
using Playbooks.RunFolder.Log;

namespace Playbooks.RunFolder;

/// <summary>Moves the files of an earlier run with the same id to a separate folder, so that the two runs are never mixed.</summary>
internal sealed class EarlierRun(string folder)
{
    private readonly string keptIn = Path.Combine(folder, RunFiles.Earlier);

    /// <summary>Moves the files, if there are any. The caller must hold the lock of the folder.</summary>
    /// <returns>The epoch of the new run: 1 for the first run with its id.</returns>
    public int SetAside()
    {
        var log = Path.Combine(folder, RunFiles.Log);
        if (!File.Exists(log))
        {
            return LastKept() + 1;
        }

        var epoch = Math.Max(ActionLogReader.TryReadHeader(log)?.Epoch ?? 1, LastFinished() + 1);
        var target = Path.Combine(keptIn, epoch.ToString(CultureInfo.InvariantCulture));
        OwnerOnlyFolder.Create(target);
        foreach (var entry in Directory.GetFileSystemEntries(folder))
        {
            // An unmasked trace is not kept; the next recorder deletes it.
            if (Path.GetFileName(entry) is not (RunFiles.Lock or RunFiles.Owner or RunFiles.Earlier or RunFiles.Log or RunFiles.UnmaskedTrace))
            {
                Directory.Move(entry, Path.Combine(target, Path.GetFileName(entry)));
            }
        }

        // Moved last, so that an interrupted move is resumed where it stopped.
        File.Move(log, Path.Combine(target, RunFiles.Log));
        return epoch + 1;
    }

    private int LastKept() => Kept().DefaultIfEmpty(0).Max();

    private int LastFinished() => Kept().Where(epoch => File.Exists(Path.Combine(keptIn, epoch.ToString(CultureInfo.InvariantCulture), RunFiles.Log))).DefaultIfEmpty(0).Max();

    private IEnumerable<int> Kept() => !Directory.Exists(keptIn)
        ? []
        : from path in Directory.EnumerateDirectories(keptIn)
          let name = Path.GetFileName(path)
          where int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _)
          select int.Parse(name, NumberStyles.None, CultureInfo.InvariantCulture);
}
