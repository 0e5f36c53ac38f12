using Amazon.DynamoDBv2.Model;

namespace ServerlessPatterns.Handlers.Crud.Items;

/// <summary>JSON Merge Patch, the algorithm of RFC 7396, section 2.</summary>
internal static class MergePatch
{
    /// <summary>The patched object. Neither argument is changed, so that a patch can be applied again after a conflict.</summary>
    public static Dictionary<string, AttributeValue> Apply(
        Dictionary<string, AttributeValue>? target,
        Dictionary<string, AttributeValue> patch)
    {
        var result = target is null ? new Dictionary<string, AttributeValue>(StringComparer.Ordinal) : new(target, StringComparer.Ordinal);
        foreach (var (name, value) in patch)
        {
            if (value.NULL == true)
            {
                result.Remove(name);
            }
            else
            {
                result[name] = value.M is { } members
                    ? new AttributeValue { M = Apply(result.GetValueOrDefault(name)?.M, members) }
                    : value;
            }
        }

        return result;
    }
}
