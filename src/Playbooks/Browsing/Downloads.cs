using System.Globalization;
using Microsoft.Playwright;

namespace Playbooks.Browsing;

/// <summary>Stores the downloads of the watched pages in the run's folder as soon as they start.</summary>
internal sealed class Downloads : IDisposable
{
    private const int LongestName = 100;

    private readonly Lock gate = new();
    private readonly List<IPage> pages = [];
    private readonly List<StoredDownload> all = [];
    private TaskCompletionSource next = NewSignal();
    private int beforeAction;

    /// <summary>Gets or sets the function that creates the folder for downloads and returns its full path. If null, nothing is stored.</summary>
    public Func<string>? CreateFolder { get; set; }

    /// <summary>Gets or sets the function that masks secrets in the name of a file. If null, names are kept.</summary>
    public Func<string, string>? MaskName { get; set; }

    /// <summary>Gets the number of downloads so far.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return all.Count;
            }
        }
    }

    /// <summary>Gets the downloads since the last action began.</summary>
    public IReadOnlyList<StoredDownload> OfAction => After(beforeAction);

    /// <summary>Announces an action. Downloads that start from now on are its own.</summary>
    public void BeginAction() => beforeAction = Count;

    /// <summary>Returns the downloads after the first ones.</summary>
    /// <param name="first">The number of downloads to leave out.</param>
    public IReadOnlyList<StoredDownload> After(int first)
    {
        lock (gate)
        {
            return [.. all.Skip(first)];
        }
    }

    /// <summary>Waits for a download.</summary>
    /// <param name="first">The number of downloads that do not count.</param>
    /// <param name="part">A part of the name of the download, or null. An action can start several, in any order.</param>
    /// <param name="deadline">When waiting ends.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <exception cref="TimeoutException">No such download has started at the deadline.</exception>
    public async Task<StoredDownload> WaitAsync(int first, string? part, Deadline deadline, TimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task signal;
            lock (gate)
            {
                if (all.Skip(first).FirstOrDefault(download => part is null || download.Name.Contains(part, StringComparison.Ordinal)) is { } found)
                {
                    return found;
                }

                signal = next.Task;
            }

            await signal.WaitAsync(deadline.Remaining, time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var page in pages)
            {
                page.Download -= OnDownload;
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Stores the downloads of a page from now on.</summary>
    public void Watch(IPage page)
    {
        lock (gate)
        {
            pages.Add(page);
        }

        page.Download += OnDownload;
    }

    private void OnDownload(object? sender, IDownload download)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            var number = (all.Count + 1).ToString("0000", CultureInfo.InvariantCulture);
            all.Add(new(download, CreateFolder is { } create ? StoreAsync(download, create, $"{number}_{SafeName(MaskName?.Invoke(download.SuggestedFilename) ?? download.SuggestedFilename)}") : Task.FromResult<string?>(null)));
            (signal, next) = (next, NewSignal());
        }

        signal.TrySetResult();
    }

    private static async Task<string?> StoreAsync(IDownload download, Func<string> create, string name)
    {
        await Task.Yield();
        var path = Path.Combine(create(), name);
        await download.SaveAsAsync(path).ConfigureAwait(false);
        return path;
    }

    // The server chooses the name.
    private static string SafeName(string name)
    {
        var safe = string.Concat(name.Select(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '_')).Trim('.');
        return safe.Length == 0 ? "download" : safe.Length > LongestName ? safe[^LongestName..] : safe;
    }
}

/// <summary>A download.</summary>
/// <param name="Download">The download.</param>
/// <param name="Stored">Completes when the download has ended, with the full path of the stored file, or null if nothing is stored. Fails if the download fails.</param>
internal sealed record StoredDownload(IDownload Download, Task<string?> Stored)
{
    /// <summary>Gets the name that the server or the page suggests.</summary>
    public string Name => Download.SuggestedFilename;
}
