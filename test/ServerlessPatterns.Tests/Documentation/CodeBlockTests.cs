using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ServerlessPatterns.Tests.Shared;

namespace ServerlessPatterns.Tests.Documentation;

/// <summary>Every C# block in README.md and docs compiles, as an app or as the body of a stack's constructor.</summary>
public sealed partial class CodeBlockTests
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        """;

    /// <summary>The compiler's own, which reads and writes JSON without reflection.</summary>
    private static readonly ISourceGenerator[] Generators =
    [
        .. Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "generators", "System.Text.Json.SourceGeneration.dll"))
            .GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IIncrementalGenerator)) && !type.IsAbstract)
            .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()),
    ];

    public static TheoryData<string, string> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, string>();
            var pages = Repository.Files("docs", "*.md").Append(Path.Combine(Repository.Root, "README.md"));
            foreach (var page in pages.Order(StringComparer.Ordinal))
            {
                var text = File.ReadAllText(page);
                foreach (Match block in Block().Matches(text))
                {
                    var line = text[..block.Index].Count(character => character == '\n') + 1;
                    var name = $"{Path.GetRelativePath(Repository.Root, page).Replace('\\', '/')}:{line}";
                    blocks.Add(name, block.Groups["code"].Value);
                }
            }

            return blocks;
        }
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_InADocument_Compiles(string place, string code)
    {
        var isWhole = code.StartsWith("using ", StringComparison.Ordinal) || code.Contains("class ", StringComparison.Ordinal)
            || code.Contains("[assembly:", StringComparison.Ordinal);
        var source = isWhole
            ? code
            : $$"""
              using Amazon.CDK;
              using Constructs;
              using ServerlessPatterns;
              class Sample : Stack
              {
                  Sample(Construct scope, string id) : base(scope, id)
                  {
                      {{code}}
                  }
              }
              """;
        var kind = code.Contains("var app = new App", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(
            "Sample",
            [Parse(source), Parse(Usings)],
            CompilerReferences.All,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));

        CSharpGeneratorDriver.Create(Generators).RunGeneratorsAndUpdateCompilation(
            compilation, out var generated, out _, TestContext.Current.CancellationToken);

        generated.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString())
            .ShouldBeEmpty(place);
    }

    private static SyntaxTree Parse(string source) =>
        CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);

    [GeneratedRegex(@"^```csharp\r?\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Block();
}
