using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks.Agent.Pages;

/// <summary>
/// Cuts out texts of a page that try to instruct a model. It is one layer of several, and never the one that a run relies on: the guardrails,
/// the scope of the task, and the verification hold whatever the model has read.
/// </summary>
internal static partial class InstructionFilter
{
    /// <summary>What is left where a text was cut out.</summary>
    public const string Removed = "(text removed: it addresses a model)";

    private static readonly Regex[] Patterns = [Overrides(), Addresses(), Roles(), Tells(), ToolCalls(), OverridesGerman(), OverridesFrench(), OverridesJapanese()];

    /// <summary>Determines whether a text tries to instruct a model.</summary>
    public static bool IsInstruction(string text)
    {
        var plain = Plain(text);
        return Array.Exists(Patterns, pattern => pattern.IsMatch(plain));
    }

    /// <summary>Returns the text, or a remark if it tries to instruct a model.</summary>
    public static string Apply(string text) => IsInstruction(text) ? Removed : text;

    // Invisible characters, compatibility forms, and letters with dots between them hide a word from a filter, not from a model.
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.GetUnicodeCategory(character) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark))
            {
                plain.Append(character);
            }
            else if (character is '\n' or '\t' or '\r')
            {
                plain.Append(' ');
            }
        }

        return Spaces().Replace(plain.ToString(), " ");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(ignore|disregard|forget|override|bypass|do not follow|stop following)\b.{0,40}\b(previous|prior|earlier|above|preceding|all|any|your|system|original|these|the)\b.{0,25}\b(instructions?|prompts?|rules?|guidelines?|directions?|context|task|guardrails?|restrictions?|orders (you|given))\b|\b(ignore|disregard|forget) (all |everything )?(of )?(the )?(above|previous|preceding)\b( and\b|[.;:,!]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Overrides();

    [GeneratedRegex(@"\b((dear |hey,? |hello,? |attention:? |note (to|for) (the |all |any )?)(ai|llm|language model|a\.i\.|assistants?|agents?|chatbots?|bots?|gpt|claude|automated (agents?|assistants?|systems?))\b|(bots|ai agents|ai assistants) (must|should|shall|have to)\b|(if you are|you are|as) (an? )?(ai|llm|large language model|language model|ai (agent|assistant|model)|automated (agent|assistant)|browser agent|web agent)\b|(ai|llm|automation|automated|browser) (agents?|assistants?|models?|crawlers?)\b.{0,30}\b(must|should|need to|have to|are (required|instructed)|please|shall)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(<\|?/?(im_start|im_end|system|assistant|endoftext)\|?>|\[/?(INST|SYS|SYSTEM)\]|<</?SYS>>|(^|[\s""'(>*#-])(system|developer|assistant)\s?(prompt|message|instruction|override|note|notice)?\s?(:|\]|\)|>)\s?\S.{0,80}\b(you|your|must|instructions?|new|now|click|navigate|execute|ignore)\b|#{2,}\s*(system|instructions?|new (task|instructions?))\b|\b(new|updated|revised|real|actual) (system )?(instructions?|prompt|task|objective)( for you)?\s?:|\b(begin|end) (of )?((system|user) )?(prompt|page content)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Roles();

    [GeneratedRegex(@"\b(you are now (in )?(an? |the |my )?(new |different |unrestricted )?(developer|admin|root|debug|god|dan\b|ai\b|assistant|agent|model)|from now on,? you|act as (an?|the|my)\b.{0,30}\b(assistant|admin|agent|developer)|pretend (to be|you are)|your (new|real|actual|only|next|updated) (task|goal|objective|instructions?|purpose)|(reveal|print|repeat|output|show|send|leak|exfiltrate)\b.{0,30}\b(system prompt|your (instructions?|prompt|rules|secrets?|credentials?|passwords?)|api keys?|the (user'?s?|stored|session) (passwords?|credentials?|cookies?|tokens?))|without (asking|telling|informing|notifying) (the )?(user|human|operator)|do not (tell|inform|mention (this|it) to|alert) (the )?(user|human|operator|anyone)|(report|mark|tell the user) (that )?(the |this )?(step|task|test)s? (as |is |are )?(done|complete|passed|successful)|call (the )?(tool|function) )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tells();

    [GeneratedRegex(@"\b(step_done|give_up|execute_sequence|get_page|key_press)\b|""?(tool_use|tool_calls?|function_call)""?\s?:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToolCalls();

    [GeneratedRegex(@"\b(ignorier\w*|missacht\w*|vergiss|vergessen sie|überschreib\w*|umgeh\w*)\b.{0,50}\b(anweisung\w*|instruktion\w*|vorgaben?|regeln?|richtlinien?|auftr\w*|prompts?|kontext|beschränkung\w*)\b|\b(ki|künstliche intelligenz|sprachmodell\w*|assistent\w*|agent\w*|bots?)\b.{0,20}\b(muss|müssen|soll|sollen|sollte|bitte)\b.{0,60}\b(klick|öffne|navigier|sende|lösch|melde|besuch|überweis|bestätig|ruf|gib)\w*|\b(hinweis|nachricht|achtung|anweisung)\w*\b.{0,12}\b(an|für)\b.{0,12}\b(ki|sprachmodell\w*|ai|llm|assistenten|agenten|automatis\w+)\b|\bdu bist ((jetzt|nun) (der|die|ein(e)?)|ein(e)? (ki|sprachmodell))\b|\b(wenn|falls) du ein(e)? (ki|sprachmodell|ai|assistent|agent)\b|\b(deine|ihre) (neue|eigentliche|wahre|einzige) (aufgabe|anweisung|ziel|rolle)\s?(:|ist|lautet)|\bab (jetzt|sofort) (bist|musst|sollst|wirst) du\b|\b(verrate|nenne|gib|zeige|sende)\b.{0,30}\b(systemprompt|system-prompt|deine anweisungen|zugangsdaten|das passwort|die passwörter|api-schlüssel)\b|\bohne (den|die) (benutzer|nutzer|anwender|person)\w*\b.{0,20}\b(zu )?(informier|frag|benachrichtig)\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OverridesGerman();

    [GeneratedRegex(@"\b(ignor(e|ez|er)|oubli(e|ez|er)|ne (tiens|tenez) (pas|aucun) compte|contourn(e|ez|er)|fais abstraction)\b.{0,50}\b(instructions?|consignes?|règles?|directives?|contexte|prompts?|restrictions?|tâche)\b|\b(l'?ia|intelligence artificielle|assistants?|agents?( ia)?|modèle de langage|llm)\b.{0,20}\b(doit|doivent|devez|dois|veuillez|est prié)\b.{0,60}\b(cliqu|ouvr|navigu|envoy|supprim|visit|valid|transf|confirm)\w*|\b(note|message|attention|avis|consigne)s?\b.{0,20}\b(à l'attention (de|des|du)|pour|aux?)\b.{0,10}\b(l'?ia|ia|assistants?( ia)?|agents? (ia|automatiques?)|modèles? de langage|llm)\b|\b(tu es|vous êtes) ((maintenant|désormais) (une?|le|la)|une? (ia|intelligence artificielle|modèle de langage|assistant))\b|\bsi (tu es|vous êtes) une? (ia|intelligence artificielle|modèle|assistant|agent)\b|\b(ta|votre) (nouvelle|véritable|vraie|seule) (tâche|mission|instruction|consigne)\s?(:|est\b)|\b(révèle|révélez|affiche|affichez|envoie|envoyez|donne|donnez)\b.{0,30}\b(prompt système|tes instructions|vos instructions|les identifiants|le mot de passe|la clé api)\b|\bsans (en )?(informer|prévenir|demander)\b.{0,15}\b(l'utilisateur|utilisateur)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OverridesFrench();

    [GeneratedRegex(@"(これまで|以前|前|上記|すべて|全て|今まで)の?.{0,8}(指示|命令|指令|プロンプト|ルール|規則|制約).{0,8}(無視|忘れ|従わない|破棄|上書き)|(AI|人工知能|言語モデル|アシスタント|エージェント|ボット|LLM)(の皆さん|の方|さん)?(は|へ|に|宛て|向け|なら|であれば).{0,40}(してください|しなさい|せよ|すること|指示|命令|クリック|アクセス|送信)|あなたは(今から|これから|もう)|あなたの(新しい|本当の|唯一の)(任務|タスク|役割|指示|目的)|(システムプロンプト|あなたの指示|認証情報|パスワード|APIキー)を.{0,10}(表示|送信|出力|教え|開示)|ユーザー(に|へ)(知らせ|通知せ|確認せ|伝え)(ず|ない)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OverridesJapanese();
}
