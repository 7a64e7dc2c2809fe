using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Text;

namespace Playbooks.Language.Rules;

/// <summary>Finds the playbook that a key names: PB0208 for a cycle of calls, PB0209 for a playbook that does not exist.</summary>
internal static class CalleeRules
{
    /// <summary>The playbook; null: it does not exist, which is reported, or nothing is known of the project.</summary>
    /// <param name="slot">The key.</param>
    /// <param name="id">The id, as written.</param>
    public static Callee? Find(Slot slot, string id)
    {
        if (slot.Muted || slot.Reading.Callees is not { } callees)
        {
            return null;
        }

        var callee = callees.Find(id);
        if (callee is null)
        {
            slot.Report(Rule.UnknownPlaybook, $"There is no playbook '{Values.Shorten(id)}' in the project or its references{Values.DidYouMean(slot.Reading.Suggest(LookAlikes.Plain(id).Trim(), callees.Ids))}");
        }
        else if (callee.Cycle.Count > 0)
        {
            slot.Report(Rule.CallCycle, slot.KeySpan, $"Playbooks call each other in a cycle: {string.Join(" → ", callee.Cycle)}. A run of them would never end; remove one of the calls.");
        }

        return callee;
    }
}
