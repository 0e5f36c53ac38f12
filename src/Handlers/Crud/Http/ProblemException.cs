using System.Diagnostics.CodeAnalysis;

namespace ServerlessPatterns.Handlers.Crud.Http;

/// <summary>Ends a request with a problem.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "The handler catches it; none leaves the assembly.")]
internal sealed class ProblemException(Problem problem, Exception? cause = null) : Exception(problem.Detail, cause)
{
    public Problem Problem { get; } = problem;
}
