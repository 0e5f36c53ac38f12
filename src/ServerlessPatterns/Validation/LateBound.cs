namespace ServerlessPatterns;

/// <summary>
/// Reads members of the CDK whose types differ between its versions: what is compiled against one does not bind to the
/// other.
/// </summary>
internal static class LateBound
{
    public static object? Read(object props, string property) => props.GetType().GetProperty(property)?.GetValue(props);
}
