namespace Playbooks.Steps;

/// <summary>Specifies the method of an HTTP request.</summary>
public enum RequestMethod
{
    /// <summary>Reads.</summary>
    Get,

    /// <summary>Reads the headers of a response only.</summary>
    Head,

    /// <summary>Submits data.</summary>
    Post,

    /// <summary>Replaces data.</summary>
    Put,

    /// <summary>Changes data.</summary>
    Patch,

    /// <summary>Deletes data.</summary>
    Delete,
}
