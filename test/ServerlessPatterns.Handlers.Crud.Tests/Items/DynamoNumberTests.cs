using ServerlessPatterns.Handlers.Crud.Items;

namespace ServerlessPatterns.Handlers.Crud.Tests.Items;

public sealed class DynamoNumberTests
{
    [Theory]
    [InlineData("0", "0"), InlineData("-0", "0"), InlineData("0.000e99999999999", "0")]
    [InlineData("1.50", "1.5"), InlineData("-1.50", "-1.5"), InlineData("100", "100"), InlineData("1e2", "100"), InlineData("1E+2", "100")]
    [InlineData("12.5e-1", "1.25"), InlineData("0.1", "0.1"), InlineData("1e-7", "0.0000001"), InlineData("1e-8", "1E-8")]
    [InlineData("12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData("123456789012345678901234567890123456780", "1.2345678901234567890123456789012345678E+38")]
    [InlineData("9.9999999999999999999999999999999999999E125", "9.9999999999999999999999999999999999999E+125")]
    [InlineData("1e125", "1E+125"), InlineData("-1e-130", "-1E-130"), InlineData("0.00012", "0.00012")]
    public void Normalize_NumberInRange_KeepsItsValue(string text, string expected)
    {
        DynamoNumber.Normalize(text, out var number).ShouldBe(NumberProblem.None);
        number.ShouldBe(expected);
        DynamoNumber.Normalize(number, out var again).ShouldBe(NumberProblem.None);
        again.ShouldBe(number);
    }

    [Theory]
    [InlineData("1e126"), InlineData("10e125"), InlineData("1e-131"), InlineData("-1e126"), InlineData("1e99999999999999999999"), InlineData("0.1e-99999999999999999999")]
    public void Normalize_NumberOutOfRange_IsRefused(string text) => DynamoNumber.Normalize(text, out _).ShouldBe(NumberProblem.OutOfRange);

    [Theory]
    [InlineData("123456789012345678901234567890123456789"), InlineData("1.00000000000000000000000000000000000001")]
    public void Normalize_MoreThan38Digits_IsRefused(string text) => DynamoNumber.Normalize(text, out _).ShouldBe(NumberProblem.TooManyDigits);

    [Theory]
    [InlineData(""), InlineData("-"), InlineData("."), InlineData("1."), InlineData(".5"), InlineData("1e"), InlineData("e1"), InlineData("1e1.5"), InlineData("+1"), InlineData("ten"), InlineData("1 "), InlineData("٣"), InlineData("--1"), InlineData("1e--1")]
    public void Normalize_NoNumber_IsRefused(string text) => DynamoNumber.Normalize(text, out _).ShouldBe(NumberProblem.NotANumber);
}
