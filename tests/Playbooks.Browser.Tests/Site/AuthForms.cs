namespace Playbooks.Browser.Tests.Site;

/// <summary>Login forms with the markup that the usual frameworks give them.</summary>
internal static class AuthForms
{
    public static readonly string[] UserNames = ["username", "Input.Email", "identifier", "j_username"];

    public static readonly string[] PasswordNames = ["password", "Input.Password", "j_password"];

    public static IReadOnlyDictionary<string, Func<string, string>> All { get; } = new Dictionary<string, Func<string, string>>
    {
        ["django"] = Django,
        ["identity"] = Identity,
        ["two-pages"] = TwoPages,
        ["two-parts"] = TwoParts,
        ["german"] = German,
        ["no-form"] = NoForm,
        ["nothing"] = static _ => "<!doctype html><title>Search</title><form><input type=search name=q aria-label='Search orders'><button>Search</button></form>",
    };

    /// <summary>The page with the password, after the one with the user name.</summary>
    public static string SecondPage(string user) => $"""
        <!doctype html><title>Password</title>
        <form method=post><input type=hidden name=identifier value="{user}"><label>Password <input type=password name=password autocomplete=current-password></label>
        <button type=button>Show password</button><button>Next</button></form>
        """;

    private static string Django(string error) => $"""
        <!doctype html><title>Log in | Django site admin</title>
        {(error.Length > 0 ? $"<p class=errornote>{error}</p>" : string.Empty)}
        <form method=post id=login-form><input type=hidden name=csrfmiddlewaretoken value=x>
        <div class=form-row><label class=required for=id_username>Username:</label> <input type=text name=username autofocus autocapitalize=none autocomplete=username maxlength=150 required id=id_username></div>
        <div class=form-row><label class=required for=id_password>Password:</label> <input type=password name=password autocomplete=current-password required id=id_password></div>
        <div class=submit-row><input type=submit value="Log in"></div></form>
        """;

    private static string Identity(string error) => $"""
        <!doctype html><title>Log in</title>
        <nav><form action=/search><input type=text name=q placeholder=Search><button type=submit>Search</button></form></nav>
        <form id=external-account method=post action=/external><button type=submit name=provider value=Google>Log in using your Google account</button></form>
        <form id=account method=post><h2>Use a local account to log in.</h2><div class="text-danger validation-summary-errors" role=alert>{error}</div>
        <div class=form-floating><input class=form-control autocomplete=username aria-required=true placeholder=name@example.com type=email id=Input_Email name=Input.Email><label for=Input_Email>Email</label></div>
        <div class=form-floating><input class=form-control autocomplete=current-password aria-required=true placeholder=password type=password id=Input_Password name=Input.Password><label for=Input_Password>Password</label></div>
        <label><input class=form-check-input type=checkbox name=Input.RememberMe value=true> Remember me?</label>
        <button id=login-submit type=submit class="w-100 btn btn-lg btn-primary">Log in</button>
        <a id=forgot-password href=/forgot>Forgot your password?</a></form>
        """;

    private static string TwoPages(string error) => $"""
        <!doctype html><title>Sign in</title><form action=/search><input type=search name=q></form>
        <p role=alert>{error}</p><form method=post><input type=email name=identifier autocomplete=username aria-label="Email or phone"><button>Next</button></form>
        """;

    private static string TwoParts(string error) => $$"""
        <!doctype html><title>Sign in</title><p role=alert>{{error}}</p>
        <form method=post><input name=username aria-label="Your account"><input id=p type=password name=password hidden><button type=button id=next>Continue</button><button id=send hidden>Sign in</button></form>
        <script>
          const show = () => setTimeout(() => { p.hidden = false; send.hidden = false; next.hidden = true; }, 150);
          next.onclick = show;
          document.forms[0].addEventListener('submit', event => { if (p.hidden) { event.preventDefault(); show(); } });
        </script>
        """;

    private static string German(string error) => $"""
        <!doctype html><html lang=de><title>Anmelden</title><div class=error>{error}</div>
        <form method=post><label>Newsletter <input type=email name=newsletter></label><label for=u>Benutzername</label><input id=u type=text name=j_username><label for=k>Kennwort</label><input id=k type=password name=j_password>
        <button type=submit formaction=/registrieren>Registrieren</button><button type=submit>Anmelden</button></form>
        """;

    private static string NoForm(string error) => $$"""
        <!doctype html><title>Log in</title><div role=alert>{{error}}</div>
        <input id=user name=username><input id=secret type=password><button id=cancel>Cancel</button><button id=go>Log in</button>
        <script>
          go.onclick = async () => {
            const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams({ username: user.value, password: secret.value }) });
            location.href = answer.url;
          };
        </script>
        """;
}
