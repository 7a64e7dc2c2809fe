namespace Playbooks;

/// <summary>
/// How long runs are kept. What exceeds a limit is removed with its whole folder, the oldest first; of two runs the one that passed
/// goes before the one that failed. Only runs that have ended are removed.
/// </summary>
public sealed record Retention
{
    /// <summary>The limits that test projects and the service use where nothing else is chosen.</summary>
    public static Retention Default { get; } = new();

    /// <summary>Removes nothing.</summary>
    public static Retention KeepAll { get; } = new() { MaxAge = null, FailedMaxAge = null, MaxCount = null, MaxBytes = null };

    /// <summary>How long a run that passed is kept after its end; null: for ever. Default: 14 days.</summary>
    public TimeSpan? MaxAge { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long a run that failed is kept after its end; null: for ever. Default: 60 days.</summary>
    public TimeSpan? FailedMaxAge { get; init; } = TimeSpan.FromDays(60);

    /// <summary>How many runs are kept; null: any number. Default: 2,000.</summary>
    public int? MaxCount { get; init; } = 2000;

    /// <summary>How many bytes the folders of all kept runs may have; null: any number. Default: 10 GiB.</summary>
    public long? MaxBytes { get; init; } = 10L * 1024 * 1024 * 1024;
}
