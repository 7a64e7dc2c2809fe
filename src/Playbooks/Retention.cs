namespace Playbooks;

/// <summary>
/// Specifies how long runs are kept. A run that exceeds a limit is deleted with its whole folder. Passed runs are deleted before failed
/// runs, and the oldest first. Active runs are never deleted.
/// </summary>
public sealed record Retention
{
    /// <summary>Gets the default limits, which test projects and the service use unless other limits are set.</summary>
    public static Retention Default { get; } = new();

    /// <summary>Gets a retention without limits, which deletes nothing.</summary>
    public static Retention KeepAll { get; } = new() { MaxAge = null, FailedMaxAge = null, MaxCount = null, MaxBytes = null };

    /// <summary>Gets how long a passed run is kept after its end. Null disables the limit. The default is 14 days.</summary>
    public TimeSpan? MaxAge { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Gets how long a failed run is kept after its end. Null disables the limit. The default is 60 days.</summary>
    public TimeSpan? FailedMaxAge { get; init; } = TimeSpan.FromDays(60);

    /// <summary>Gets the maximum number of runs. Null disables the limit. The default is 2,000.</summary>
    public int? MaxCount { get; init; } = 2000;

    /// <summary>Gets the maximum total size of all runs, in bytes. Null disables the limit. The default is 10 GiB.</summary>
    public long? MaxBytes { get; init; } = 10L * 1024 * 1024 * 1024;
}
