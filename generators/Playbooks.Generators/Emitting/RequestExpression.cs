using Playbooks.Language;
using Playbooks.Language.Grammar;
using Playbooks.Language.Model;
using Playbooks.Language.Syntax.Names;

namespace Playbooks.Generators.Emitting;

/// <summary>Turns a request into a C# expression; only what differs from the runtime's defaults is written.</summary>
internal static class RequestExpression
{
    public static string From(RequestModel request, TextExpression text)
    {
        var standard = new RequestModel { Url = request.Url };
        var members = new List<string>();
        AddWord("Method", RequestKeys.Method, request.Method, standard.Method);
        AddMap("Query", request.Query);
        AddMap("Headers", request.Headers);
        switch (request.Body)
        {
            case JsonBodyModel { Value: var json }:
                members.Add("Json = " + JsonExpression.From(json, text));
                break;
            case FormBodyModel { Fields: var fields }:
                members.Add("Form = " + StepMembers.Map(fields, text));
                break;
            case TextBodyModel { Text: var body }:
                members.Add("Body = " + text.Of(body));
                break;
        }

        if (request.ExpectStatus.Count > 0)
        {
            members.Add("ExpectStatus = [" + string.Join(", ", request.ExpectStatus.Select(status => text.Of(status))) + "]");
        }

        AddWord("ResponseMode", RequestKeys.ResponseKeys.Mode, request.ResponseMode, standard.ResponseMode);
        if (request.ResponsePath is { } path)
        {
            members.Add("ResponsePath = " + Literal.From(path));
        }

        var made = "new(" + text.Of(request.Url) + ")";
        return members.Count == 0 ? made : made + " { " + string.Join(", ", members) + " }";

        void AddWord(string name, KeyDefinition key, string word, string otherwise)
        {
            if (word != otherwise)
            {
                members.Add(name + " = " + Word(key, word));
            }
        }

        void AddMap(string name, EquatableArray<NamedText> entries)
        {
            if (entries.Count > 0)
            {
                members.Add(name + " = " + StepMembers.Map(entries, text));
            }
        }
    }

    /// <summary>The runtime's member for a word.</summary>
    public static string Word(KeyDefinition key, string word) => StepMembers.EnumOf(key.WordSet!) + "." + MemberOf(word);

    /// <summary>The name of the runtime's member for a word, which HTTP may write in capitals.</summary>
    public static string MemberOf(string word) => CSharpNames.Pascal(word.ToLowerInvariant());
}
