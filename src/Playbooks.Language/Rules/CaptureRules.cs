using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Language.Rules;

/// <summary>Reads what is captured from the session, and declares its names: PB0106 for a name that is taken.</summary>
internal sealed class CaptureRules(NameScope scope)
{
    private readonly List<CaptureModel> captures = [];
    private readonly List<StoredValueModel> values = [];
    private readonly Dictionary<string, string> properties = new(StringComparer.Ordinal);

    /// <summary>The captured values, in the order of the text.</summary>
    public IReadOnlyList<CaptureModel> Captures => captures;

    /// <summary>The captured values as the playbook stores them.</summary>
    public IReadOnlyList<StoredValueModel> Values => values;

    /// <summary>Reads <c>capture</c>.</summary>
    public void Read(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            scope.IsOpen |= slot is not null;
            return;
        }

        scope.IsOpen |= slot.Muted || fields.HasUnknown;
        if (!fields.Any && !fields.IsIncomplete)
        {
            slot.Report(Rule.MissingKey, slot.KeySpan, $"'{slot.Name}' captures nothing. Write {CaptureKeys.Cookies} or {CaptureKeys.Storage}.");
        }

        foreach (var cookie in ItemsOf(fields[CaptureKeys.Cookies]))
        {
            Add(cookie, CaptureSource.Cookie, CaptureKeys.CookieKeys.Name, CaptureKeys.CookieKeys.StoreAs);
        }

        foreach (var item in ItemsOf(fields[CaptureKeys.Storage]))
        {
            var scopeOfItem = item[CaptureKeys.StorageKeys.Scope] is { } written ? written.Word() : CaptureKeys.StorageKeys.Local;
            Add(item, scopeOfItem == CaptureKeys.StorageKeys.Local ? CaptureSource.LocalStorage : CaptureSource.SessionStorage, CaptureKeys.StorageKeys.Key, CaptureKeys.StorageKeys.StoreAs);
        }
    }

    private IEnumerable<Fields> ItemsOf(Slot? slot)
    {
        if (slot is null)
        {
            yield break;
        }

        var items = slot.Items();
        scope.IsOpen |= items is null || slot.Muted;
        if (items is { Count: 0 })
        {
            slot.Report(Rule.MissingKey, slot.KeySpan, $"'{slot.Name}' is empty; it requires at least one item.");
        }

        foreach (var item in items ?? [])
        {
            if (item.Keys() is { } fields)
            {
                yield return fields;
            }
        }
    }

    private void Add(Fields fields, CaptureSource source, KeyDefinition nameKey, KeyDefinition storeAsKey)
    {
        var key = fields[nameKey]?.Text()?.Value;
        if (fields[storeAsKey] is not { } slot || slot.Text() is not { } scalar)
        {
            scope.IsOpen = true;
            return;
        }

        var name = scalar.Value;
        Identifiers.Check(slot, scalar, "The name in store_as");
        var property = CSharpNames.PropertyName(name);
        var taken = scope.IsParameter(name) ? $"'{name}' is already the name of a parameter."
            : NameScope.BuiltIns.Contains(name) ? $"'{name}' is the name of a built-in."
            : scope.IsCaptured(name) ? $"'capture' already stores '{name}'."
            : properties.TryGetValue(property, out var other) ? $"'{name}' and '{other}' would both be called {property} in C#."
            : null;
        if (taken is not null)
        {
            slot.Report(Rule.StoredNameTaken, taken);
        }
        else if (!slot.Muted && key is not null)
        {
            properties.Add(property, name);
            captures.Add(new(source, key, name));
            values.Add(new() { Name = name, PropertyName = property, IsSecret = true });
        }

        scope.DeclareCaptured(name);
    }
}
