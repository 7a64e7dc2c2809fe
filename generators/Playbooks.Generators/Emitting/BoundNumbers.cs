using Playbooks.Language.Grammar;
using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>The numbers of a step that are known only in a run, which checks their ranges before the step.</summary>
internal static class BoundNumbers
{
    /// <summary>The expressions of all of them, each with its key, its name, and its range.</summary>
    public static IEnumerable<string> Find(StepModel step, TextExpression text) => All(step)
        .Where(static number => number.Number.Name is not null || number.InjectedFrom is not null)
        .Select(number => "new(" + string.Join(
            ", ",
            Literal.From(number.Path),
            Literal.From(number.InjectedFrom ?? number.Number.Name!),
            text.Injected(number.InjectedFrom, text.Of(number.Number, mayBeNull: true)),
            Literal.From(number.Number.Key.Minimum),
            Literal.From(number.Number.Key.Maximum)) + ")");

    /// <summary>The expression of the list of all of them; none where there are none.</summary>
    public static IEnumerable<string> ListOf(StepModel step, TextExpression text)
    {
        var all = Find(step, text).ToList();
        return all.Count == 0 ? [] : ["[" + string.Join(", ", all) + "]"];
    }

    /// <summary>The expression of the step's info with those that count for the whole step; null: they are all written.</summary>
    public static string? InfoOf(StepModel step, TextExpression text)
    {
        var members = new List<string>();
        Add("Attempts", step.Attempts, static number => number);
        Add("RetryDelay", step.RetryDelayMs, DefinitionEmitter.Milliseconds);
        if (step is ActingStepModel acting)
        {
            Add("Timeout", acting.TimeoutMs, DefinitionEmitter.Milliseconds);
        }

        return members.Count == 0 ? null : StepInfosEmitter.NameOf(step) + " with { " + string.Join(", ", members) + " }";

        void Add(string name, NumberModel number, Func<string, string> write)
        {
            if (number.Name is not null)
            {
                members.Add(name + " = " + write(text.Of(number)));
            }
        }
    }

    private static IEnumerable<(string Path, NumberModel Number, string? InjectedFrom)> All(StepModel step)
    {
        if (step is RepeatStepModel repeat)
        {
            yield return (repeat.AtMost.Key.Name, repeat.AtMost, null);
        }

        if (step is ActionStepModel action)
        {
            foreach (var param in action.Params.OfType<IntParam>())
            {
                yield return (param.Name, param.Number, param.InjectedFrom);
            }

            foreach (var item in action.Params.OfType<IntListParam>().SelectMany(static list => list.Numbers.Select(number => (list.Name, number))))
            {
                yield return (item.Name, item.number, null);
            }

            foreach (var status in action.Request?.ExpectStatus ?? default)
            {
                yield return (status.Key.Name, status, null);
            }
        }

        if (step.Verify is { } verify)
        {
            foreach (var number in new[] { verify.Count?.Exactly, verify.Count?.AtLeast, verify.Count?.AtMost })
            {
                if (number is not null)
                {
                    yield return (VerifyKeys.Count.Name + "." + number.Key.Name, number, null);
                }
            }

            yield return ("verify." + verify.TimeoutMs.Key.Name, verify.TimeoutMs, null);
        }

        yield return (step.Attempts.Key.Name, step.Attempts, null);
        yield return (step.RetryDelayMs.Key.Name, step.RetryDelayMs, null);
        if (step is ActingStepModel acting)
        {
            yield return (acting.TimeoutMs.Key.Name, acting.TimeoutMs, null);
        }
    }
}
