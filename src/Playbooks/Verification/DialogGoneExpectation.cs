using Playbooks.Browsing;

namespace Playbooks.Verification;

/// <summary><c>expect_dialog_gone</c>: no alert, confirm dialog, or prompt is open.</summary>
internal sealed class DialogGoneExpectation(PageEffects effects) : IExpectation
{
    public string Name => "expect_dialog_gone";

    public string Expected => "no open dialog";

    public bool IsFree => true;

    public Task<ExpectationResult> LookAsync() => Task.FromResult(effects.OpenDialog is { } dialog
        ? this.Failed($"{PageEffects.Kind(dialog)} is open: \"{dialog.Message}\"")
        : this.Met("no dialog is open"));
}
