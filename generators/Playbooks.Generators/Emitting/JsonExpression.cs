using System.Globalization;
using System.Text;
using Playbooks.Language.Model;

namespace Playbooks.Generators.Emitting;

/// <summary>Turns JSON with placeholders into a C# expression of type string: the JSON, written as far as it is known.</summary>
internal sealed class JsonExpression
{
    private readonly TextExpression text;
    private readonly List<string> operands = [];
    private readonly StringBuilder known = new();

    private JsonExpression(TextExpression text) => this.text = text;

    /// <summary>The JSON as a string.</summary>
    public static string From(JsonModel json, TextExpression text)
    {
        var expression = new JsonExpression(text);
        expression.Write(json);
        expression.EndKnown();
        return string.Join(" + ", expression.operands);
    }

    private void Write(JsonModel json)
    {
        switch (json)
        {
            case JsonTextModel { Text.IsLiteral: true } literal:
                WriteText(string.Concat(literal.Text.Parts.Select(part => ((LiteralPart)part).Text)));
                break;
            case JsonTextModel { Text: var bound }:
                Bind("JsonText", bound);
                break;
            case JsonPlaceholderModel placeholder:
                Bind(text.IsNumberOrTruth(placeholder.Name) ? "JsonValue" : "JsonText", placeholder.Text);
                break;
            case JsonLiteralModel literal:
                known.Append(literal.Json);
                break;
            case JsonListModel list:
                WriteAll('[', list.Items, Write, ']');
                break;
            case JsonObjectModel members:
                WriteAll('{', members.Members, WriteMember, '}');
                break;
            default:
                throw new NotSupportedException("No code is known for the JSON of type " + json.GetType().Name + ".");
        }
    }

    private void WriteMember(JsonMemberModel member)
    {
        WriteText(member.Name);
        known.Append(':');
        Write(member.Value);
    }

    private void WriteAll<T>(char open, IEnumerable<T> items, Action<T> write, char close)
    {
        known.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            known.Append(isFirst ? string.Empty : ",");
            write(item);
            isFirst = false;
        }

        known.Append(close);
    }

    private void Bind(string method, BoundText bound)
    {
        EndKnown();
        operands.Add(RuntimeNames.Bind + "." + method + "(" + text.Of(bound) + ")");
    }

    private void WriteText(string value)
    {
        known.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var isPair = i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]);
            if (isPair)
            {
                known.Append(value[i]).Append(value[++i]);
            }
            else if (value[i] < ' ' || char.IsSurrogate(value[i]))
            {
                known.Append("\\u").Append(((int)value[i]).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                known.Append(value[i] is '"' or '\\' ? "\\" : string.Empty).Append(value[i]);
            }
        }

        known.Append('"');
    }

    private void EndKnown()
    {
        if (known.Length > 0)
        {
            operands.Add(Literal.From(known.ToString()));
            known.Clear();
        }
    }
}
