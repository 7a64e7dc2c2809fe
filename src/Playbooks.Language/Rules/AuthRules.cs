using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using ValueType = Playbooks.Language.Model.ValueType;

namespace Playbooks.Language.Rules;

/// <summary>
/// Reads how a run logs in: PB0003 for a missing login page, PB0112 for a credential that is written in the file, PB0203 for a key that
/// the mode does not use, PB0208 to PB0210 for the playbook that logs in, and PB0212 for an empty <c>success</c>.
/// </summary>
internal sealed class AuthRules(TextBinder binder)
{
    /// <summary>Where the login page is; null: there is none, or it cannot be read.</summary>
    public UrlText? LoginUrl { get; private set; }

    /// <summary>Reads <c>auth</c>; null: there is none, or it cannot be read.</summary>
    public LoginModel? Read(Slot? slot)
    {
        if (slot?.Keys() is not { } fields)
        {
            return null;
        }

        var isByPlaybook = IsByPlaybook(fields);
        var called = fields[AuthKeys.Playbook] is { } playbook && isByPlaybook != false ? Find(playbook) : null;
        LoginUrl = fields[AuthKeys.LoginUrl] is { } url ? binder.Url(url) : null;
        Require(fields, isByPlaybook);
        var success = fields[AuthKeys.Success] is { } written ? written.Keys() : null;
        if (success is { Any: false, IsIncomplete: false })
        {
            fields[AuthKeys.Success]!.Report(Rule.InvalidControlFlow, fields[AuthKeys.Success]!.KeySpan, $"'{AuthKeys.Success}' is empty, so nothing would show that the run is logged in. Write what must hold after the login, such as {AuthKeys.SuccessKeys.CookiePresent}: user_session.");
        }

        return new()
        {
            Span = slot.KeySpan,
            Playbook = isByPlaybook == true ? fields[AuthKeys.Playbook]?.Text()?.Value : null,
            Called = called?.Playbook,
            LoginUrl = LoginUrl?.Text,
            CookiePresent = Cookie(success?[AuthKeys.SuccessKeys.CookiePresent]),
            ElementVisible = Visible(success?[AuthKeys.SuccessKeys.ElementVisible]),
            UrlContains = AlwaysHolds.Text(binder, success?[AuthKeys.SuccessKeys.UrlContains], AlwaysHolds.CheckUrl),
            Session = fields[AuthKeys.Session]?.Text()?.Value,
            Username = Credential(fields[AuthKeys.Username]),
            Password = Credential(fields[AuthKeys.Password]),
        };
    }

    /// <summary>Whether another playbook logs in; null: that cannot be read.</summary>
    private static bool? IsByPlaybook(Fields fields)
    {
        if (fields[AuthKeys.Mode] is not { } mode)
        {
            return fields.Has(AuthKeys.Playbook);
        }

        return mode.Word() switch
        {
            AuthKeys.ByPlaybook => true,
            AuthKeys.FormLogin when fields[AuthKeys.Playbook] is { } playbook => Refuse(playbook),
            AuthKeys.FormLogin => false,
            _ => null,
        };

        static bool? Refuse(Slot playbook)
        {
            playbook.Report(Rule.NotApplicable, playbook.KeySpan, $"The mode {AuthKeys.FormLogin} takes no '{AuthKeys.Playbook}'. Remove one of the two keys.");
            return false;
        }
    }

    private static void Require(Fields fields, bool? isByPlaybook)
    {
        if (isByPlaybook == false)
        {
            fields.Require(AuthKeys.LoginUrl, $"'auth' with {AuthKeys.FormLogin}");
        }
        else if (isByPlaybook == true)
        {
            fields.Require(AuthKeys.Playbook, $"'auth' with mode: {AuthKeys.ByPlaybook}");
        }
    }

    private static Callee? Find(Slot slot)
    {
        var callee = slot.Text() is { } scalar ? CalleeRules.Find(slot, scalar.Value) : null;
        if (callee is { Cycle.Count: 0 }
            && callee.Playbook.Signature.Parameters.FirstOrDefault(static parameter => parameter.Required && parameter.Type is not (ValueType.String or ValueType.SelectorText)) is { } unfit)
        {
            slot.Report(Rule.InvalidArgument, $"'{callee.Playbook.Signature.Id}' cannot log in, because its parameter '{unfit.Name}' is not of type string, as all credentials are. Give the parameter a default.");
        }

        return callee;
    }

    private BoundText? Credential(Slot? slot)
    {
        if (slot is null || binder.Text(slot, out var isSound) is not { } text)
        {
            return null;
        }

        if (isSound && text.IsLiteral)
        {
            slot.Report(Rule.SecretInFile, $"The value of '{slot.Name}' does not belong in the file. Leave the key out, and set the credential '{slot.Name}', for example with the environment variable {CredentialVariable.Of(slot.Name)}.");
        }

        return text;
    }

    private BoundText? Cookie(Slot? slot) => slot is null ? null : binder.Text(slot);

    private BoundText? Visible(Slot? slot)
    {
        if (slot is null)
        {
            return null;
        }

        var selector = binder.Selector(slot);
        AlwaysHolds.CheckVisible(slot, selector);
        return selector?.Text;
    }
}
