using Xunit;

namespace Playbooks.Xunit;

/// <content>The lifetime of the fixture, as xunit 2 knows it.</content>
public partial class PlaybookFixture : IAsyncLifetime
{
    /// <inheritdoc/>
    public virtual Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public virtual Task DisposeAsync()
    {
        lease?.Dispose();
        return Task.CompletedTask;
    }
}
