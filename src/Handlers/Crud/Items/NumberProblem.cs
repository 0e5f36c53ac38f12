namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>Why a number cannot be stored as it is.</summary>
internal enum NumberProblem
{
    None,
    NotANumber,
    TooManyDigits,
    OutOfRange,
}
