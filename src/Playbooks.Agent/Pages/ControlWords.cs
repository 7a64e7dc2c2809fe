using System.Text.RegularExpressions;

namespace Playbooks.Agent.Pages;

/// <summary>What a control does by its name, in the languages that the filter knows: English, German, French, and Japanese.</summary>
/// <param name="Name">What it does, for messages.</param>
/// <param name="Pattern">The words.</param>
internal sealed partial record ControlWords(string Name, Regex Pattern)
{
    /// <summary>Gets what cannot be undone.</summary>
    public static IReadOnlyList<ControlWords> Destructive { get; } =
    [
        new("deletes", Deletes()),
        new("cancels", Cancels()),
        new("resets", Resets()),
        new("pays", Pays()),
        new("sends", Sends()),
    ];

    /// <summary>Gets what belongs to the account of the user.</summary>
    public static IReadOnlyList<ControlWords> Account { get; } = [new("ends the session", SignsOut()), new("changes the account", ChangesAccount())];

    /// <summary>Returns the groups that a text belongs to.</summary>
    public static IEnumerable<ControlWords> In(string text, IEnumerable<ControlWords> groups) => groups.Where(group => group.Pattern.IsMatch(text));

    /// <summary>Returns whether a button only dismisses, confirms, or moves on, which reading a page can need as well.</summary>
    public static bool IsHarmless(string name) => Harmless().IsMatch(name.Trim());

    [GeneratedRegex(@"\b(delet|remov|destroy|eras|wip(e|ing)\b|purg(e|ing)|trash|discard|drop\b|revok)|l(ö|oe)sch|entfern|verw(e|i)rf|supprim|effac|retir(er|ez)\b|d(é|e)truire|削除|消去|破棄", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deletes();

    [GeneratedRegex(@"\b(cancel|terminat|unsubscrib|refund|void\b|abort|withdraw)|stornier|k(ü|ue)ndig|widerruf|annul(er|ez|ation)|r(é|e)sili|rembours|d(é|e)sabonn|キャンセル|取り?消|解約|返金|中止", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cancels();

    [GeneratedRegex(@"\b(reset|overwrit|restor(e|ing)|factory|format (the )?(disk|drive)|shut ?down|deactivat|disabl)|zur(ü|ue)cksetz|(ü|ue)berschreib|deaktivier|r(é|e)initialis|d(é|e)sactiv|初期化|リセット|上書き|無効", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Resets();

    [GeneratedRegex(@"\b(pay\b|pay (now|with)|payment|buy\b|purchas|place (the |your )?order|check ?out|transfer|donat|subscribe)|bezahl|kostenpflichtig|jetzt kaufen|zahlungspflichtig|(ü|ue)berweis|payer|acheter|commander|virement|支払|購入|注文を確定|振込|送金", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pays();

    [GeneratedRegex(@"\b(publish|post (it|now|comment|reply)|send (it|now|message|e-?mail|invitation|money)|share (it|now|with))|ver(ö|oe)ffentlich|nachricht senden|publier|envoyer (le|un) message|公開する|送信する", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sends();

    [GeneratedRegex(@"\b(log|sign)[ -]?(out|off)\b|abmelden|ausloggen|d(é|e)connexion|se d(é|e)connecter|ログアウト|サインアウト", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SignsOut();

    [GeneratedRegex(@"\b(change|reset|edit|update|manage) (my |your |the )?(password|e-?mail|account|profile|security|payment)|\b(account|profile|security|privacy) settings\b|\b(close|delete) (my |your |the )?account|two-factor|api keys?\b|konto(einstellungen)?\b|passwort ändern|profil bearbeiten|param(è|e)tres du compte|modifier (le|mon|votre) (mot de passe|profil)|mon compte|アカウント設定|パスワード(を)?変更|退会", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChangesAccount();

    [GeneratedRegex(@"^(×|x|ok(ay)?|close|dismiss|got it|accept( all)?( cookies)?|reject( all)?( cookies)?|decline( all)?|agree|i agree|continue|next( page)?|previous( page)?|back|show (more|all|details)|load more|more|expand|collapse|menu|search|filter|sort|details|schlie(ß|ss)en|(alle )?(cookies )?akzeptieren|(alle )?ablehnen|zustimmen|einverstanden|verstanden|weiter|zur(ü|ue)ck|mehr( anzeigen)?|suchen|fermer|(tout )?accepter|(tout )?refuser|suivant|pr(é|e)c(é|e)dent|retour|voir plus|rechercher|閉じる|同意(する|します)?|拒否|次へ|前へ|戻る|もっと見る|検索)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
