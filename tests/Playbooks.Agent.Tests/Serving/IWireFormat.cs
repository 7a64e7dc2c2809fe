namespace Playbooks.Agent.Tests.Serving;

/// <summary>How a provider writes its answers.</summary>
internal interface IWireFormat
{
    /// <summary>The path of its endpoint.</summary>
    string Path { get; }

    /// <summary>The body of an error.</summary>
    string Error(int status);

    /// <summary>The body of a whole answer.</summary>
    string Plain(ModelReply reply, int number);

    /// <summary>The events of a streamed answer.</summary>
    IEnumerable<string> Stream(ModelReply reply, int number);
}
