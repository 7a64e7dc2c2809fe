using System.Text.RegularExpressions;

namespace Playbooks.Language.Tests.Grammar;

/// <summary>The documentation's tables of keys are the grammar's; PLAYBOOKS_ACCEPT_SNAPSHOTS=1 writes them.</summary>
public sealed partial class KeyInventoryTests
{
    private static readonly string Page = RepositoryFolder.Of("docs", "language.md");

    [Fact]
    public void The_documentation_holds_each_table_of_the_grammar()
    {
        var text = File.ReadAllText(Page);
        var current = Block().Replace(text, block => block.Groups["open"].Value + KeyInventory.Blocks.GetValueOrDefault(block.Groups["name"].Value) + block.Groups["close"].Value);
        if (Environment.GetEnvironmentVariable("PLAYBOOKS_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Page, current);
        }

        Assert.Equal(KeyInventory.Blocks.Keys.Order(StringComparer.Ordinal), Block().Matches(text).Select(block => block.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.Equal(current, File.ReadAllText(Page));
    }

    [GeneratedRegex("(?<open>^<!-- (?<name>[a-z_ ]+) -->\n)(?<table>.*?)(?<close>^<!-- end -->$)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
