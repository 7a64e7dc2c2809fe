// netstandard2.0 lacks the type by which the compiler knows init-only members.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
