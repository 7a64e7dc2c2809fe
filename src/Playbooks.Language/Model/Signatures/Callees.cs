namespace Playbooks.Language.Model;

/// <summary>A playbook that can be called.</summary>
/// <param name="Signature">What it is to its callers.</param>
/// <param name="TypeName">Its class, as generated code writes it; empty: that is not known.</param>
public sealed record CallablePlaybook(PlaybookSignature Signature, string TypeName);

/// <summary>What a playbook knows about those that it calls.</summary>
/// <param name="Known">The called playbooks that exist.</param>
/// <param name="Ids">All ids of the project where one of the called playbooks does not exist; else empty.</param>
public sealed record Callees(EquatableArray<Callee> Known, EquatableArray<string> Ids)
{
    /// <summary>The called playbook of this id; null: it does not exist.</summary>
    public Callee? Find(string id) => Known.FirstOrDefault(one => one.Playbook.Signature.Id == id);
}

/// <summary>A playbook that is called.</summary>
/// <param name="Playbook">The playbook.</param>
/// <param name="Cycle">The ids from the caller through this playbook back to the caller; empty: there is no cycle.</param>
public sealed record Callee(CallablePlaybook Playbook, EquatableArray<string> Cycle);
