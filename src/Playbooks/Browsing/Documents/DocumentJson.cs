using System.Text.Json.Serialization;

namespace Playbooks.Browsing.Documents;

/// <summary>Serializes arguments for documents and their results.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class DocumentJson : JsonSerializerContext;
