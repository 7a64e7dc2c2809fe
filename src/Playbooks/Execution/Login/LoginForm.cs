using Microsoft.Playwright;
using Playbooks.Browsing;

namespace Playbooks.Execution.Login;

/// <summary>
/// Finds and fills in a login form: user name and password on one page, or the password on a page or in a part of the page that appears
/// after the user name. A form is submitted once.
/// </summary>
internal sealed class LoginForm(IPage page, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // Returns the visible field or button of a kind, also inside open shadow roots. The field of the user name is the best match by its
    // attributes and label among those before the password; without a password field, only a match counts, so that no search is filled in.
    private const string FindScript = """
        kind => {
          const all = [];
          const collect = root => { for (const element of root.querySelectorAll('*')) { all.push(element); if (element.shadowRoot) collect(element.shadowRoot); } };
          collect(document);
          const isVisible = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 1 && element.getBoundingClientRect().height > 1;
          const isUsable = element => isVisible(element) && !element.disabled && !element.readOnly;
          const wordsOf = element => [element.name, element.id, element.autocomplete, element.placeholder, element.getAttribute('aria-label'),
            ...[...(element.labels ?? [])].map(label => label.textContent)].join(' ');
          const inputs = all.filter(element => element.localName === 'input' && isUsable(element));
          const passwords = inputs.filter(element => element.type === 'password' && element.autocomplete !== 'new-password');
          const isAlone = element => passwords.filter(other => other.form === element.form).length === 1;
          const password = passwords.find(isAlone) ?? passwords[0] ?? null;
          const score = element => {
            const words = wordsOf(element);
            return (/\b(username|email)\b/.test(element.autocomplete) ? 4 : 0) + (element.type === 'email' ? 2 : 0)
              + (/user|login|e-?mail|account|benutzer|anmelde|kennung|identif|utilisateur|usuario|ユーザー|メール/i.test(words) ? 2 : 0)
              - (element.type === 'search' || /search|suche|query|coupon|newsletter/i.test(words) ? 8 : 0);
          };
          const findUser = () => {
            const texts = inputs.filter(element => ['text', 'email', 'tel'].includes(element.type)
              && (!password || (element.form === password.form && (element.compareDocumentPosition(password) & Node.DOCUMENT_POSITION_FOLLOWING))));
            const ranked = texts.map((element, index) => ({ element, index, score: score(element) })).sort((a, b) => b.score - a.score || b.index - a.index);
            const best = ranked[0];
            return best && (best.score > 0 || (password && best.score === 0)) ? best.element : null;
          };
          const findSubmit = field => {
            const others = /forgot|reset|register|sign ?up|create|vergessen|registrieren|google|github|microsoft|facebook|apple|passkey|show|hide|anzeigen/i;
            const isSubmit = element => (element.localName === 'button' && element.type === 'submit') || (element.localName === 'input' && ['submit', 'image'].includes(element.type));
            const textOf = element => [element.textContent, element.value, element.getAttribute('aria-label')].join(' ');
            if (field.form) {
              const submits = [...field.form.elements].filter(element => isSubmit(element) && isVisible(element));
              return submits.find(element => !others.test(textOf(element))) ?? null;
            }
            const named = /log ?in|sign ?in|anmelden|einloggen|connexion|se connecter|continue|next|weiter|submit|ログイン|次へ/i;
            return all.find(element => (element.localName === 'button' || isSubmit(element)) && isVisible(element) && named.test(textOf(element)) && !others.test(textOf(element))) ?? null;
          };
          if (kind === 'password') return password;
          if (kind === 'username') return findUser();
          const field = kind === 'submit of password' ? password : findUser();
          return field ? findSubmit(field) : null;
        }
        """;

    private const string ComplaintScript = """
        () => {
          const places = '[role=alert], .errorlist, .errornote, .validation-summary-errors, .field-validation-error, .alert-danger, .invalid-feedback, .error, .flash-error';
          const texts = [...document.querySelectorAll(places)].filter(element => element.checkVisibility()).map(element => element.innerText.replace(/\s+/g, ' ').trim());
          return texts.find(text => text.length > 0)?.slice(0, 200) ?? '';
        }
        """;

    /// <summary>Fills in and submits the form.</summary>
    /// <param name="username">The user name.</param>
    /// <param name="password">The password.</param>
    /// <param name="deadline">The time until both fields were found and filled in.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    /// <exception cref="PlaybookException"><see cref="ErrorCode.AuthFailed"/>: the page has no login form.</exception>
    public async Task SubmitAsync(string username, string password, Deadline deadline, CancellationToken cancellationToken)
    {
        var user = await WaitForAsync("username", deadline, cancellationToken).ConfigureAwait(false)
            ?? throw Missing("has no visible user name field");
        await user.FillAsync(username, new() { Timeout = deadline.RemainingMilliseconds }).ConfigureAwait(false);
        if (await FindAsync("password").ConfigureAwait(false) is not { } secret)
        {
            await SubmitAsync(user, "submit of username", deadline).ConfigureAwait(false);
            secret = await WaitForAsync("password", deadline, cancellationToken).ConfigureAwait(false)
                ?? throw Missing("did not show a password field after the user name was submitted");
        }

        await secret.FillAsync(password, new() { Timeout = deadline.RemainingMilliseconds }).ConfigureAwait(false);
        await SubmitAsync(secret, "submit of password", deadline).ConfigureAwait(false);
    }

    /// <summary>Returns what the page complains about, or an empty text.</summary>
    public async Task<string> ReadComplaintAsync()
    {
        try
        {
            return await page.EvaluateAsync<string>(ComplaintScript).ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The page is navigating; the failure says where.
            return string.Empty;
        }
    }

    /// <summary>Determines whether the page complains, and asks for the password again.</summary>
    public async Task<bool> IsRefusedAsync() => await IsShownAsync().ConfigureAwait(false) && (await ReadComplaintAsync().ConfigureAwait(false)).Length > 0;

    /// <summary>Determines whether the page asks for a password.</summary>
    public async Task<bool> IsShownAsync() => await FindAsync("password").ConfigureAwait(false) is not null;

    private async Task SubmitAsync(IElementHandle field, string submit, Deadline deadline)
    {
        if (await FindAsync(submit).ConfigureAwait(false) is { } button)
        {
            await button.ClickAsync(new() { Timeout = deadline.RemainingMilliseconds }).ConfigureAwait(false);
        }
        else
        {
            await field.PressAsync("Enter", new() { Timeout = deadline.RemainingMilliseconds }).ConfigureAwait(false);
        }
    }

    private async Task<IElementHandle?> WaitForAsync(string kind, Deadline deadline, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await FindAsync(kind).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            if (deadline.HasPassed)
            {
                return null;
            }

            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IElementHandle?> FindAsync(string kind)
    {
        try
        {
            // AsElement throws for null.
            return await page.EvaluateHandleAsync(FindScript, kind).ConfigureAwait(false) as IElementHandle;
        }
        catch (PlaywrightException)
        {
            // The document has just been replaced, so the next look sees another one.
            return null;
        }
    }

    private PlaybookException Missing(string what) => new(
        ErrorCode.AuthFailed,
        $"The page {page.Url} {what}. Check login_url, or write a playbook that logs in: auth: {{ playbook: … }}.");
}
