using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>Annotations of a construct.</summary>
internal static class Notices
{
    /// <summary>Adds a warning that can be acknowledged by its id.</summary>
    // Newer CDK versions gave AddWarningV2 more parameters, all optional: a call compiled against one version does not
    // bind to the other, so it is looked up.
    public static void AddWarning(Construct scope, string id, string text)
    {
        var annotations = Annotations.Of(scope);
        var method = typeof(Annotations).GetMethod(nameof(Annotations.AddWarningV2))!;
        object?[] arguments = [id, text, .. Enumerable.Repeat(Type.Missing, method.GetParameters().Length - 2)];
        method.Invoke(annotations, arguments);
    }
}
