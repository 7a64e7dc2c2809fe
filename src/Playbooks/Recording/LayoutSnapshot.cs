using System.Text;
using System.Text.Json;
using Playbooks.Guarding.Secrets;

namespace Playbooks.Recording;

/// <summary>Represents the result of Chromium's <c>DOMSnapshot.captureSnapshot</c>: the nodes of a page, and the texts and images in its layout.</summary>
internal sealed class LayoutSnapshot(JsonElement snapshot)
{
    /// <summary>The CSS properties that can contain an image.</summary>
    public static readonly string[] Styles = ["background-image", "content", "list-style-image", "border-image-source", "mask-image"];

    // Marking more nodes would take too long; the whole document is hidden instead.
    private const int MostInDocument = 50;

    private readonly string[] strings = [.. snapshot.GetProperty("strings").EnumerateArray().Select(static text => text.GetString()!)];

    /// <summary>
    /// Returns the elements that show a secret, by their backend ids, in document order. Content of a closed shadow root is represented by the
    /// host of the root, which a script can access. A canvas in it counts, because its content cannot be searched.
    /// </summary>
    public IReadOnlyList<int> NodesThatShow(SecretSearch secrets)
    {
        var shown = new List<int>();
        foreach (var document in snapshot.GetProperty("documents").EnumerateArray())
        {
            var nodes = new Nodes(document.GetProperty("nodes"), strings);
            var reachable = Touched(document.GetProperty("layout"), nodes, secrets).Concat(nodes.Canvases()).Select(nodes.Reachable).Where(static at => at >= 0).Distinct().ToList();
            shown.AddRange((reachable.Count > MostInDocument ? [nodes.Root] : reachable).Select(nodes.Number));
        }

        return [.. shown.Distinct()];
    }

    /// <summary>Returns the nodes whose rendered texts are part of a secret, and those with an image in their style that contains one.</summary>
    private List<int> Touched(JsonElement layout, Nodes nodes, SecretSearch secrets)
    {
        var pieces = new List<(int Node, string Text)>();
        var touched = nodes.FieldsThatHold(secrets);
        var texts = layout.GetProperty("text");
        var styles = layout.GetProperty("styles");
        for (var at = 0; at < texts.GetArrayLength(); at++)
        {
            var node = layout.GetProperty("nodeIndex")[at].GetInt32();
            if (texts[at].GetInt32() is var place and >= 0)
            {
                pieces.Add((node, strings[place]));
            }

            var pictures = styles[at].EnumerateArray().Select(style => strings[style.GetInt32()]).Concat(nodes.Addresses(at: node));
            if (pictures.Any(picture => picture.Contains("data:", StringComparison.Ordinal) && secrets.Find(Encoding.UTF8.GetBytes(picture)).Count > 0))
            {
                touched.Add(node);
            }
        }

        // The content of ::after is reported before the text of the element.
        pieces = [.. pieces.OrderBy(piece => nodes.Order(piece.Node))];
        var text = new SpreadText();
        pieces.ForEach(piece => text.Add(piece.Text));
        touched.AddRange(text.Touched(secrets).Select(piece => pieces[piece].Node));
        return touched;
    }

    /// <summary>The nodes of a document.</summary>
    private sealed class Nodes
    {
        private const int Element = 1;

        private readonly string[] strings;
        private readonly int[] parents;
        private readonly int[] types;
        private readonly int[] names;
        private readonly int[] numbers;
        private readonly int[] ends;
        private readonly JsonElement attributes;
        private readonly List<(int Node, string Text)> fields = [];
        private readonly HashSet<int> pseudo;
        private readonly Dictionary<int, string> roots;

        public Nodes(JsonElement nodes, string[] strings)
        {
            this.strings = strings;
            parents = Ints(nodes, "parentIndex");
            types = Ints(nodes, "nodeType");
            names = Ints(nodes, "nodeName");
            numbers = Ints(nodes, "backendNodeId");
            attributes = nodes.GetProperty("attributes");
            pseudo = nodes.TryGetProperty("pseudoType", out var kinds) ? [.. Ints(kinds, "index")] : [];
            roots = nodes.TryGetProperty("shadowRootType", out var open)
                ? Ints(open, "index").Zip(Ints(open, "value")).ToDictionary(static pair => pair.First, pair => strings[pair.Second])
                : [];
            foreach (var name in new[] { "inputValue", "textValue" })
            {
                if (nodes.TryGetProperty(name, out var values))
                {
                    fields.AddRange(Ints(values, "index").Zip(Ints(values, "value")).Where(static pair => pair.Second >= 0).Select(pair => (pair.First, strings[pair.Second])));
                }
            }

            ends = [.. Enumerable.Range(0, parents.Length)];
            for (var at = parents.Length - 1; at > 0; at--)
            {
                if (parents[at] >= 0)
                {
                    ends[parents[at]] = Math.Max(ends[parents[at]], ends[at]);
                }
            }
        }

        /// <summary>Returns the position of a node's text in document order.</summary>
        public int Order(int at) => strings[names[at]] == "::after" ? (2 * ends[parents[at]]) + 1 : 2 * at;

        /// <summary>Returns the form fields that contain a secret in an attribute or in their value, which can be typed partially or truncated by the field.</summary>
        public List<int> FieldsThatHold(SecretSearch secrets) => [.. fields
            .Where(field => Holds(secrets, field.Text + "\u2026") || Attributes(field.Node).Any(text => Holds(secrets, text)))
            .Select(static field => field.Node)];

        /// <summary>Gets the root element of the document.</summary>
        public int Root => Array.IndexOf(types, Element);

        public int Number(int at) => numbers[at];

        /// <summary>Returns the element that shows a node and that a script can access, or -1 if there is none.</summary>
        public int Reachable(int at)
        {
            var reachable = at;
            for (var up = at; up >= 0; up = parents[up])
            {
                if (roots.TryGetValue(up, out var kind) && kind != "open")
                {
                    reachable = parents[up];
                }
            }

            while (reachable >= 0 && (types[reachable] != Element || pseudo.Contains(reachable)))
            {
                reachable = parents[reachable];
            }

            return reachable;
        }

        public IEnumerable<int> Canvases() => Enumerable.Range(0, names.Length).Where(at => strings[names[at]].Equals("canvas", StringComparison.OrdinalIgnoreCase));

        /// <summary>Returns the attributes of a node that can contain an image.</summary>
        public IEnumerable<string> Addresses(int at) => Attributes(at).Where(static text => text.StartsWith("data:", StringComparison.OrdinalIgnoreCase));

        private IEnumerable<string> Attributes(int at) => attributes[at].EnumerateArray().Select(static text => text.GetInt32()).Where(static text => text >= 0).Select(text => strings[text]);

        private static bool Holds(SecretSearch secrets, string text) => secrets.Find(Encoding.UTF8.GetBytes(text)).Count > 0;

        private static int[] Ints(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(static number => number.GetInt32())];
    }
}
