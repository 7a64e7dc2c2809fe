using Playbooks.Recording;

namespace Playbooks.Tests.Runs.Recording;

public sealed class TraceCommandTests
{
    [Fact]
    public void The_command_can_be_pasted_as_it_is() =>
        Assert.Equal(
            "/pw/node '/my app/cli.js' show-trace --port 0 '/runs/it'\\''s/trace.zip'",
            TraceCommand.For("/runs/it's/trace.zip", new("/pw/node", "/my app/cli.js"), onWindows: false));

    [Fact]
    public void On_Windows_it_is_quoted_as_its_shell_wants_it() =>
        Assert.Equal(
            @"C:\pw\node.exe ""C:\my app\cli.js"" show-trace --port 0 C:\runs\trace.zip",
            TraceCommand.For(@"C:\runs\trace.zip", new(@"C:\pw\node.exe", @"C:\my app\cli.js"), onWindows: true));

    [Fact]
    public void Without_a_driver_beside_the_program_npm_has_the_viewer() =>
        Assert.Equal("npx playwright show-trace --port 0 /runs/trace.zip", TraceCommand.For("/runs/trace.zip", null, onWindows: false));
}
