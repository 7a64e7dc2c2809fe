using Playbooks.Language.Model;

namespace Playbooks.Language.Project;

/// <summary>The playbooks that can be called, by their ids. Equal ones say the same to every caller.</summary>
public sealed class KnownPlaybooks : IEquatable<KnownPlaybooks>
{
    private readonly EquatableArray<CallablePlaybook> all;
    private readonly Dictionary<string, CallablePlaybook> byId = new(StringComparer.Ordinal);

    private KnownPlaybooks(EquatableArray<CallablePlaybook> all)
    {
        this.all = all;
        foreach (var playbook in all)
        {
            if (!byId.ContainsKey(playbook.Signature.Id))
            {
                byId.Add(playbook.Signature.Id, playbook);
            }
        }
    }

    /// <summary>All of them, with the types of their outputs.</summary>
    public EquatableArray<CallablePlaybook> All => all;

    /// <summary>Creates the set of these playbooks. Of equal ids, the first stands.</summary>
    public static KnownPlaybooks Create(IEnumerable<CallablePlaybook> playbooks)
    {
        var written = new KnownPlaybooks(playbooks.Select(WithFullNames).ToEquatableArray());
        return new(written.all.Select(playbook => playbook with { Signature = written.Resolve(playbook.Signature) }).ToEquatableArray());
    }

    /// <summary>What a playbook needs to know about those that it calls; what it does not call leaves this equal.</summary>
    public Callees For(PlaybookModel playbook)
    {
        var called = playbook.Calls.ToList();
        var found = called.Where(byId.ContainsKey).Select(id => new Callee(byId[id], CircleFrom(playbook.Id, id).ToEquatableArray()));
        return new(found.ToEquatableArray(), called.All(byId.ContainsKey) ? default : byId.Keys.OrderBy(static id => id, StringComparer.Ordinal).ToEquatableArray());
    }

    /// <inheritdoc/>
    public bool Equals(KnownPlaybooks? other) => other is not null && all.Equals(other.all);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KnownPlaybooks);

    /// <inheritdoc/>
    public override int GetHashCode() => all.GetHashCode();

    /// <summary>A playbook whose records have the names that other playbooks know.</summary>
    private static CallablePlaybook WithFullNames(CallablePlaybook playbook) => playbook with
    {
        Signature = playbook.Signature with
        {
            Outputs = playbook.Signature.Outputs.Select(output => output.Shape is { } shape ? output with { Shape = shape.SeenFrom(playbook.TypeName) } : output).ToEquatableArray(),
        },
    };

    private PlaybookSignature Resolve(PlaybookSignature signature) => signature with
    {
        Outputs = signature.Outputs.Select(output => output.From is { } from ? Typed(output, Source(from, [])) : output).ToEquatableArray(),
    };

    // In a cycle no type is known, and the cycle is reported.
    private static OutputSignature Typed(OutputSignature output, OutputSignature? source) =>
        output with { Type = source?.Type ?? Model.ValueType.String, ItemType = source?.ItemType ?? Model.ValueType.String, Shape = source?.Shape, From = null, IsCertain = output.IsCertain && source is not { IsCertain: false } };

    /// <summary>The output that a step stores itself, at the end of the calls; null: there is none.</summary>
    private OutputSignature? Source(CallOutput output, HashSet<CallOutput> seen)
    {
        var target = seen.Add(output) && byId.TryGetValue(output.Playbook, out var called) ? called.Signature.Outputs.FirstOrDefault(one => one.Name == output.Output) : null;
        return target?.From is { } further ? Source(further, seen) : target;
    }

    /// <summary>The ids from a playbook through a call of it back to itself; empty: there is no cycle.</summary>
    private List<string> CircleFrom(string caller, string called)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal) { [called] = caller };
        var next = new Queue<string>([called]);
        while (next.Count > 0)
        {
            var current = next.Dequeue();
            if (current == caller)
            {
                var cycle = new List<string> { caller };
                for (var id = cameFrom[caller]; id != caller; id = cameFrom[id])
                {
                    cycle.Insert(0, id);
                }

                cycle.Insert(0, caller);
                return cycle;
            }

            foreach (var further in byId.TryGetValue(current, out var playbook) ? playbook.Signature.Calls : default)
            {
                if (!cameFrom.ContainsKey(further))
                {
                    cameFrom.Add(further, current);
                    next.Enqueue(further);
                }
            }
        }

        return [];
    }
}
