using System.ComponentModel;

namespace Playbooks.Generated;

/// <summary>A record that a step outputs. Implemented by generated code, so that the runtime can show the record without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IExtractedRecord
{
    /// <summary>Gets the fields by their names in the YAML, in the order of the YAML.</summary>
    IReadOnlyList<KeyValuePair<string, object>> Fields { get; }
}
