using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Writes how a run of the playbook logs in.</summary>
internal static class LoginEmitter
{
    public static void Emit(CodeWriter code, PlaybookScope scope, TextExpression text)
    {
        if (scope.Model.Login is not { } login)
        {
            return;
        }

        code.Line();
        XmlDoc.Inherited(code);
        code.Open("protected override " + RuntimeNames.LoginInfo + "? GetLogin(" + RuntimeNames.RunValues + " run) => new()");
        code.Line("Step = new() { Number = 0, Path = \"auth.1\", Action = \"login\", Description = \"Log in\", Location = " + DefinitionEmitter.Location(login.Span) + " },");
        Add("Url", login.LoginUrl);
        if (login.Playbook is not null)
        {
            code.Line("ByPlaybook = true,");
        }

        Add("CookiePresent", login.CookiePresent);
        Add("ElementVisible", login.ElementVisible);
        Add("UrlContains", login.UrlContains);
        if (login.Session is { } session)
        {
            code.Line("Session = " + Literal.From(session) + ",");
        }

        Add("Username", login.Username);
        Add("Password", login.Password);
        code.Close("};");
        if (login.Called is not null)
        {
            code.Line();
            XmlDoc.Inherited(code);
            code.Line("protected override async " + FrameworkNames.Task + " RunLoginAsync(" + RuntimeNames.StepRunner + "<Outputs> steps, " + RuntimeNames.StepInfo + " login, " + RuntimeNames.LoginCredentials + " credentials) =>");
            code.Line("    await steps.CallAsync(login, login.Description, " + new CallExpression(scope, new TextExpression(scope, "steps.Values"), LoopLocals.None).Of(login) + ");");
        }

        void Add(string name, BoundText? bound)
        {
            if (bound is not null)
            {
                code.Line(name + " = " + text.Of(bound) + ",");
            }
        }
    }
}
