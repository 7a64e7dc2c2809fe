using Xunit.Abstractions;

namespace Playbooks.Xunit.Tests;

/// <summary>Keeps what a test would print.</summary>
internal sealed class RememberedOutput : ITestOutputHelper
{
    public List<string> Lines { get; } = [];

    public void WriteLine(string message) => Lines.Add(message);

    public void WriteLine(string format, params object[] args) => throw new NotSupportedException();
}
