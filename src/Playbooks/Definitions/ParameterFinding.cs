namespace Playbooks;

/// <summary>What is wrong with a parameter's value, in the words of the compiler, which says the same of a case.</summary>
/// <param name="Parameter">The parameter's name, as it was given.</param>
/// <param name="Id">The compiler's id: <c>PB0701</c> a required value is missing, <c>PB0702</c> there is no such parameter, <c>PB0703</c> a value does not fit.</param>
/// <param name="Message">A sentence; the value of a secret is not in it.</param>
public sealed record ParameterFinding(string Parameter, string Id, string Message);
