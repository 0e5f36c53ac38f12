using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ServerlessPatterns.Tests.PublicApi;

/// <summary>What breaks a caller, or compiles it into something else, changes the listing; what does not leaves it.</summary>
public sealed class PublicApiListingTests
{
    [Theory]
    [InlineData("public class C { public void M(int size) { } }", "public class C { public void M(int length) { } }")]
    [InlineData("public class C { public void M(int size = 1) { } }", "public class C { public void M(int size = 2) { } }")]
    [InlineData("public class C { public void M(int size) { } }", "public class C { public void M(in int size) { } }")]
    [InlineData("public class C { public void M(int[] sizes) { } }", "public class C { public void M(params int[] sizes) { } }")]
    [InlineData("public class C { public void M(string name) { } }", "public class C { public void M(string? name) { } }")]
    [InlineData("public class C { public void M<T>() { } }", "public class C { public void M<T>() where T : notnull { } }")]
    [InlineData("public class C { public int P { get; init; } }", "public class C { public int P { get; set; } }")]
    [InlineData("public class C { public int P { get; init; } }", "public class C { public required int P { get; init; } }")]
    [InlineData("public class C { public System.Action<string>? P { get; init; } }", "public class C { public System.Action<string?>? P { get; init; } }")]
    [InlineData("public class C { public const int N = 1; }", "public class C { public const int N = 2; }")]
    [InlineData("public class C { public const int N = 1; }", "public class C { public static readonly int N = 1; }")]
    [InlineData("public enum E { A, B }", "public enum E { B, A }")]
    [InlineData("public enum E { A }", "public enum E : byte { A }")]
    [InlineData("public enum E { A }", "[System.Flags] public enum E { A }")]
    [InlineData("public class C { }", "public sealed class C { }")]
    [InlineData("public class C { }", "public class C : System.Exception { }")]
    [InlineData("public class C : System.IDisposable { public void Dispose() { } }", "public class C { public void Dispose() { } }")]
    [InlineData("public class C { protected C() { } }", "public class C { private protected C() { } }")]
    [InlineData("public class C { public void M() { } }", "public class C { [System.Obsolete(\"Call N.\")] public void M() { } }")]
    [InlineData("public record R(int A);", "public record R(int A, int B = 0);")]
    [InlineData("public interface I<T> { }", "public interface I<out T> { }")]
    [InlineData("public delegate void D(int size);", "public delegate void D(int length);")]
    [InlineData("public struct S { public int F; }", "public readonly struct S { public readonly int F; }")]
    public void Listing_WhereACallerWouldSeeAChange_Differs(string before, string after) => Listing(after).ShouldNotBe(Listing(before));

    [Theory]
    [InlineData("public class C { public void M() { } }", "public class C { public void M() { N(); } private void N() { } }")]
    [InlineData("public class C { public int A { get; } public int B { get; } }", "public class C { public int B { get; } public int A { get; } }")]
    [InlineData("public class C { }", "public class C { internal void M() { } } internal class D { }")]
    [InlineData("public sealed class C { }", "public sealed class C { private class Inner { public int N; } }")]
    public void Listing_WhereNoCallerWouldSeeAChange_IsTheSame(string before, string after) => Listing(after).ShouldBe(Listing(before));

    private static IReadOnlyList<string> Listing(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken)],
            CompilerReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return PublicApiListing.Of(MetadataReference.CreateFromImage(image.ToArray()));
    }
}
