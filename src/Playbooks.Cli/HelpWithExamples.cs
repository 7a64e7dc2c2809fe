using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Playbooks.Cli.Commands;

namespace Playbooks.Cli;

/// <summary>Writes the usual help, and below it the examples of the command.</summary>
/// <param name="usual">Writes the usual help.</param>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand { Examples: { Count: > 0 } examples } command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {CommandLine.Name} {command.Name} {example.Arguments}".TrimEnd());
                output.WriteLine($"      {example.Purpose}");
            }

            output.WriteLine();
        }

        return ExitCodes.Success;
    }
}
