using System.Text.Json.Serialization;

namespace Playbooks.Browsing.Documents;

/// <summary>What goes to documents and comes back.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class DocumentJson : JsonSerializerContext;
