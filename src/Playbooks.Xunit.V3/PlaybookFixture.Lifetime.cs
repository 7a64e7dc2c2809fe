namespace Playbooks.Xunit;

/// <content>The lifetime of the fixture, as xunit.v3 knows it.</content>
public partial class PlaybookFixture : IAsyncLifetime
{
    /// <inheritdoc/>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        lease?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
