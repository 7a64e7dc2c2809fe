namespace Orders.Pages;

/// <summary>Renders the login form of the back office.</summary>
public static class LoginPage
{
    /// <param name="error">Why the last login failed, or null.</param>
    /// <param name="banner">The cookie banner.</param>
    public static Html Render(string? error, Html banner) => Layout.Page("Log in", new(1), Html.Of(
        $"""
        <section class="card narrow" aria-labelledby="login-title">
          <h1 id="login-title">Back office</h1>
          {(error is null ? Html.Empty : Html.Of($"""<p class="notice" role="alert">{error}</p>"""))}
          <form method="post" class="stack">
            <label class="field"><span>E-mail</span><input type="email" name="username" id="username" autocomplete="username" required></label>
            <label class="field"><span>Password</span><input type="password" name="password" id="password" autocomplete="current-password" required></label>
            <button class="button primary">Log in</button>
          </form>
        </section>
        {banner}
        """));
}
