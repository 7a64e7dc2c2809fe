using Orders.Tests.Demo;
using Orders.Tests.Playbooks;
using Spectre.Console;

namespace Orders.Tests;

public sealed class DemonstrationTests
{
    [Fact]
    public void Every_playbook_is_shown() => Assert.Empty(Demonstration.Forgotten());

    [Fact]
    public async Task Steps_are_shown_as_a_tree_with_what_was_decided()
    {
        var written = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = 1_000;

        var asExpected = await new Show(console, TimeProvider.System).RunAsync([new(new PageThroughPayments())], CancellationToken.None);

        var text = written.ToString();
        Assert.True(asExpected, text);
        var from = 0;
        foreach (var part in (string[])
        [
            "✓ auth.1  Log in",
            "↳ logged in; session 'office' kept",
            "✓  1  Open the payments",
            "   ✓  1  Answer the cookie banner",
            "      ✓ then.1  Accept all cookies",
            "!  2  Close the tip",
            "✓  3  Go to the last page",
            "↳ 2 iterations; then",
            "   ✓ [0].1  Go to the next page",
            "   ✓ [1].1  Go to the next page",
            "✓  4  Read its number",
        ])
        {
            var found = text.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(found >= 0, $"After position {from}, there is no '{part}' in:\n{text}");
            from = found + part.Length;
        }
    }
}
