using System.CommandLine;
using Playbooks.Cli.Documentation;
using Playbooks.Language;

namespace Playbooks.Cli.Commands;

/// <summary><c>explain</c>: the documentation of a finding.</summary>
internal static class ExplainCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "The id of the finding.", HelpName = "id" };
        id.CompletionSources.Add(_ => Rule.All.Select(static rule => new System.CommandLine.Completions.CompletionItem(rule.Id, detail: rule.Title)));
        var command = new DocumentedCommand(
            "explain",
            "Explains a finding: what it means, an incorrect example, and a corrected one.",
            new Example(Rule.UndefinedInFailureMessage.Id, "Explains the finding with this id."))
        {
            id,
        };
        command.SetAction(parsed =>
        {
            var written = parsed.GetRequiredValue(id);
            var rule = Rule.Find(written.ToUpperInvariant()) ?? throw new CommandException($"There is no finding '{written}'. The ids range from {Rule.All[0]} to {Rule.All[^1]}, and are listed in the documentation: {Rule.All[0].HelpLink.Replace(Rule.All[0].Id + ".md", "README.md", StringComparison.Ordinal)}");
            terminal.Output.WriteLine(ReadPage(rule).TrimEnd());
            terminal.Output.WriteLine();
            terminal.Output.WriteLine(rule.HelpLink);
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Returns the page of a finding, in Markdown.</summary>
    public static string ReadPage(Rule rule) => DocumentationPages.Read($"docs/diagnostics/{rule.Id}.md");
}
