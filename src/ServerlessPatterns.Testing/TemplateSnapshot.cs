using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Amazon.CDK;

namespace ServerlessPatterns.Testing;

/// <summary>
/// Compares the template of a stack with the one that was accepted before, which stands beside the test's source file as
/// <c>&lt;source file&gt;.&lt;test&gt;[.&lt;name&gt;].verified.json</c>. <c>UPDATE_SNAPSHOTS=1 dotnet test</c> accepts
/// templates; where <c>CI</c> is set, that is refused.
/// </summary>
/// <remarks>
/// What differs between machines or CDK versions only is left out: asset hashes become <c>Asset1</c>, <c>Asset2</c>, ...,
/// Lambda versions and API deployments lose the hash in their logical ids, and the CDK's own bookkeeping goes. Nested
/// stacks are part of their parent's snapshot. Call it from the test itself, or pass on the caller's file and member.
/// </remarks>
public static class TemplateSnapshot
{
    /// <summary>Synthesises a stack, once for its app or stage, and compares its template with the snapshot.</summary>
    /// <param name="stack">The stack; a nested one may be verified alone.</param>
    /// <param name="name">Tells apart the snapshots of one test.</param>
    /// <param name="sourceFile">The test's source file; the compiler fills it in.</param>
    /// <param name="member">The test; the compiler fills it in.</param>
    /// <exception cref="SnapshotMismatchException">The template differs, or there is no snapshot yet.</exception>
    /// <exception cref="ArgumentException">The name cannot be part of a file name.</exception>
    /// <exception cref="InvalidOperationException">Accepting was asked for where <c>CI</c> is set.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Verify(
        Stack stack,
        string? name = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(stack);
        var template = TemplateReader.FromStack(stack);
        Verify(template, $"The template of {stack.StackName}", name, sourceFile, member, Assembly.GetCallingAssembly());
    }

    /// <summary>Compares a template, given as JSON, with the snapshot.</summary>
    /// <param name="templateJson">The template's text.</param>
    /// <param name="name">Tells apart the snapshots of one test.</param>
    /// <param name="sourceFile">The test's source file; the compiler fills it in.</param>
    /// <param name="member">The test; the compiler fills it in.</param>
    /// <exception cref="SnapshotMismatchException">The template differs, or there is no snapshot yet.</exception>
    /// <exception cref="ArgumentException">The name cannot be part of a file name.</exception>
    /// <exception cref="System.Text.Json.JsonException">The template is no JSON.</exception>
    /// <exception cref="InvalidOperationException">Accepting was asked for where <c>CI</c> is set.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void VerifyJson(
        string templateJson,
        string? name = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "")
    {
        var template = TemplateReader.FromText(templateJson);
        Verify(template, "The template", name, sourceFile, member, Assembly.GetCallingAssembly());
    }

    /// <summary>Compares a template, given as what <c>Template.ToJSON()</c> returns, with the snapshot.</summary>
    /// <param name="template">The template; its values are dictionaries, lists, strings, numbers and booleans.</param>
    /// <param name="name">Tells apart the snapshots of one test.</param>
    /// <param name="sourceFile">The test's source file; the compiler fills it in.</param>
    /// <param name="member">The test; the compiler fills it in.</param>
    /// <exception cref="SnapshotMismatchException">The template differs, or there is no snapshot yet.</exception>
    /// <exception cref="ArgumentException">The name cannot be part of a file name.</exception>
    /// <exception cref="InvalidOperationException">Accepting was asked for where <c>CI</c> is set.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Verify(
        IDictionary<string, object> template,
        string? name = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "")
    {
        ArgumentNullException.ThrowIfNull(template);
        var node = TemplateReader.FromDictionary(template!);
        Verify(node, "The template", name, sourceFile, member, Assembly.GetCallingAssembly());
    }

    /// <summary>Compares a template file, such as one in <c>cdk.out</c>, and its nested stacks, with the snapshot.</summary>
    /// <param name="templateFile">The path of the file.</param>
    /// <param name="name">Tells apart the snapshots of one test.</param>
    /// <param name="sourceFile">The test's source file; the compiler fills it in.</param>
    /// <param name="member">The test; the compiler fills it in.</param>
    /// <exception cref="SnapshotMismatchException">The template differs, or there is no snapshot yet.</exception>
    /// <exception cref="ArgumentException">The name cannot be part of a file name.</exception>
    /// <exception cref="System.Text.Json.JsonException">The template is no JSON.</exception>
    /// <exception cref="InvalidOperationException">Accepting was asked for where <c>CI</c> is set.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void VerifyFile(
        string templateFile,
        string? name = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "")
    {
        var template = TemplateReader.FromFile(templateFile);
        Verify(template, Path.GetFileName(templateFile), name, sourceFile, member, Assembly.GetCallingAssembly());
    }

    /// <summary>
    /// Fails when a <c>*.verified.json</c> file in the test project's folder belongs to no test: its source file, class
    /// or member is gone. It does not depend on which tests ran; the names of variants are not checked.
    /// </summary>
    /// <param name="testAssembly">The assembly that holds the tests.</param>
    /// <param name="projectDirectory">
    /// The folder of the test project. By default, it is the one that the assembly was built from.
    /// </param>
    /// <exception cref="OrphanedSnapshotException">There are such files.</exception>
    /// <exception cref="InvalidOperationException">The project's folder was not given, and cannot be found.</exception>
    public static void VerifyNoOrphans(Assembly testAssembly, string? projectDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(testAssembly);
        var directory = projectDirectory ?? SourceLocator.ProjectDirectory(testAssembly)
            ?? throw new InvalidOperationException(
                $"The project folder of {testAssembly.GetName().Name} cannot be found: pass it as projectDirectory.");
        var orphans = OrphanFinder.Find(testAssembly.GetTypes(), directory);
        if (orphans.Count > 0)
        {
            var files = string.Join('\n', orphans.Select(file => $"  {Path.GetRelativePath(directory, file)}"));
            throw new OrphanedSnapshotException(
                $"Snapshots that belong to no test in {testAssembly.GetName().Name}: delete them, or give the test its name back.\n{files}",
                orphans);
        }
    }

    private static void Verify(
        JsonObject template, string subject, string? name, string sourceFile, string member, Assembly testAssembly)
    {
        var file = SnapshotFile.PathFor(SourceLocator.Find(sourceFile, testAssembly), member, name);
        SnapshotFile.Verify(template, subject, file, SnapshotSettings.FromEnvironment());
    }
}
