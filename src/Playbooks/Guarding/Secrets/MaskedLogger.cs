using Microsoft.Extensions.Logging;

namespace Playbooks.Guarding.Secrets;

/// <summary>Masks what code of the author logs during a run: the text, its values, its scopes, and exceptions.</summary>
internal sealed class MaskedLogger(ILogger inner, SecretMask mask) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        var text = state.ToString() ?? string.Empty;
        return Mask(state, text) is { } masked ? inner.BeginScope(masked) : inner.BeginScope(state);
    }

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
        {
            return;
        }

        var shown = exception is null ? null : MaskedException.Create(exception, mask);
        if (Mask(state, formatter(state, exception)) is { } masked)
        {
            inner.Log(logLevel, eventId, masked, shown, static (text, _) => text.ToString());
        }
        else
        {
            inner.Log(logLevel, eventId, state, shown, formatter);
        }
    }

    /// <summary>Returns the masked state, or null if it contains no secret.</summary>
    private MaskedState? Mask<TState>(TState state, string text)
    {
        var masked = new MaskedState(mask.Apply(text));
        var isMasked = masked.ToString() != text;
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            var written = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty;
            var shown = mask.Apply(written);
            masked.Add(new(name, shown == written ? value : shown));
            isMasked |= shown != written;
        }

        return isMasked ? masked : null;
    }

    private sealed class MaskedState(string text) : List<KeyValuePair<string, object?>>
    {
        public override string ToString() => text;
    }
}
