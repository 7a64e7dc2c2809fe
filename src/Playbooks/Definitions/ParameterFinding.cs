namespace Playbooks;

/// <summary>Describes a mistake in the value of a parameter, with the message that the compiler reports for the same mistake in a case.</summary>
/// <param name="Parameter">The name of the parameter, as it was given.</param>
/// <param name="Id">The id of the compiler's rule: <c>PB0701</c> for a missing required value, <c>PB0702</c> for an unknown parameter, <c>PB0703</c> for an invalid value.</param>
/// <param name="Message">One sentence, which never contains the value of a secret.</param>
public sealed record ParameterFinding(string Parameter, string Id, string Message);
