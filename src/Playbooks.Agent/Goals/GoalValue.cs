using Playbooks.Steps;

namespace Playbooks.Agent.Goals;

/// <summary>The value of a task.</summary>
internal static class GoalValue
{
    /// <summary>The name under which it is stored.</summary>
    public const string Name = "result";

    /// <summary>Returns the kind of a type.</summary>
    /// <exception cref="NotSupportedException">A step cannot output the type.</exception>
    public static ValueKind? KindOf<T>() =>
        typeof(T) == typeof(string) ? ValueKind.String
        : typeof(T) == typeof(int) ? ValueKind.Int
        : typeof(T) == typeof(decimal) ? ValueKind.Decimal
        : typeof(T) == typeof(bool) ? ValueKind.Bool
        : typeof(T) == typeof(DateOnly) ? ValueKind.Date
        : throw new NotSupportedException($"A task cannot return the type {typeof(T).Name}. Use string, int, decimal, bool, or DateOnly.");

    /// <summary>Returns a kind in words.</summary>
    public static string Words(ValueKind kind) => kind switch
    {
        ValueKind.Int => "a whole number",
        ValueKind.Decimal => "a number",
        ValueKind.Bool => "true or false",
        ValueKind.Date => "a date",
        _ => "text",
    };
}
