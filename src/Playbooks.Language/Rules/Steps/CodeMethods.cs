using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Language.Rules.Steps;

/// <summary>The C# methods of a playbook: steps with one name call one method, so they must agree on its signature.</summary>
internal sealed class CodeMethods
{
    private readonly Dictionary<string, CodeMethod> byName = new(StringComparer.Ordinal);

    /// <summary>Declares the method of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="texts">Knows the types of names.</param>
    /// <param name="method">The method.</param>
    /// <returns>Whether it can be called; if not, that is reported.</returns>
    public bool Declare(StepDraft step, IEnumerable<(string PropertyName, ArgumentModel Value)> arguments, StepTexts texts, out CodeMethod method)
    {
        var signature = string.Join(", ", arguments.Select(argument => TypeOf(argument.Value, texts) + " " + argument.PropertyName).Append("returns " + (step.Output?.ToString() ?? "nothing")));
        method = new(step.Code!, CSharpNames.CodeMethodName(step.Code!), CSharpNames.CodeArgumentsName(step.Code!), signature, step.Number);
        if (!byName.TryGetValue(method.Name, out var known))
        {
            byName.Add(method.Name, method);
            return true;
        }

        var problem = known.Code != step.Code ? $"'{step.Code}' and '{known.Code}' would both be called {method.Name} in C#."
            : known.Signature != signature ? $"Step {known.Step} calls '{step.Code}' with different arguments or a different return type. A method has only one signature; choose another name."
            : null;
        if (problem is not null)
        {
            texts.Reading.Report(Rule.InvalidArgument, step.ActionSpan, problem);
        }

        return problem is null;
    }

    private static string TypeOf(ArgumentModel argument, StepTexts texts)
    {
        if (argument.Value is not { } name)
        {
            return argument.Text is null ? "list of strings" : nameof(Model.ValueType.String);
        }

        // Choices have a type of their own.
        return texts.Scope.Parameter(name) is { } parameter
            ? parameter.Type + "/" + parameter.ItemType + (parameter.Secret ? "/secret" : string.Empty) + (parameter.Choices.Count > 0 ? "/" + name : string.Empty) + (parameter is { Required: false, Default: null } ? "?" : string.Empty)
            : texts.Place.ItemType(name) is { } item ? item.ToString()
            : texts.Scope.Stored(name) is { Type: { } type } stored ? type + "/" + stored.ItemType + "/" + stored.Shape?.TypeName
            : Model.ValueType.String.ToString();
    }
}

/// <summary>A C# method that steps call.</summary>
/// <param name="Code">Its name in the YAML.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="ArgumentsName">The name of the record of its arguments.</param>
/// <param name="Signature">What equal signatures have in common.</param>
/// <param name="Step">The number of the first step that calls it.</param>
internal sealed record CodeMethod(string Code, string Name, string ArgumentsName, string Signature, int Step);
