using System.CommandLine;
using System.CommandLine.Parsing;
using Playbooks.Shared;

namespace Playbooks.Cli.Commands;

/// <summary>The argument of commands that work on playbooks.</summary>
internal static class PathsArgument
{
    /// <summary>Creates the argument, which requires at least one path.</summary>
    /// <param name="description">What the paths are for.</param>
    public static Argument<string[]> Create(string description) => Refusing(new("paths") { Description = description, Arity = ArgumentArity.OneOrMore });

    /// <summary>Creates the argument, which is the current folder if no path is written.</summary>
    /// <param name="description">What the paths are for.</param>
    public static Argument<string[]> CreateOptional(string description) =>
        Refusing(new("paths") { Description = description, Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => ["."] });

    // An option that is mistyped would otherwise be a path that does not exist.
    private static Argument<string[]> Refusing(Argument<string[]> paths)
    {
        paths.Validators.Add(static result =>
        {
            var options = (result.Parent as CommandResult)?.Command.Options.Select(static option => option.Name).ToList() ?? [];
            foreach (var token in result.Tokens.Select(static token => token.Value).Where(static token => token.StartsWith('-')))
            {
                result.AddError(UnknownName.Describe("Unknown option", token, options, NearestName.Find(token, options)));
            }
        });
        return paths;
    }
}
