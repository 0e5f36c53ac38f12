namespace ServerlessPatterns.Tests.Shared;

/// <summary>The fewest lines that have to be removed and added to make one text of another.</summary>
internal static class LineDifference
{
    public static IReadOnlyList<(char Sign, string Line)> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        // The length of the longest text that both have in common, from each pair of lines on.
        var common = Enumerable.Range(0, before.Count + 1).Select(_ => new int[after.Count + 1]).ToArray();
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                common[i][j] = before[i] == after[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        var result = new List<(char, string)>();
        for (int i = 0, j = 0; i < before.Count || j < after.Count;)
        {
            if (i < before.Count && j < after.Count && before[i] == after[j])
            {
                result.Add((' ', before[i++]));
                j++;
            }
            else if (j == after.Count || (i < before.Count && common[i + 1][j] >= common[i][j + 1]))
            {
                result.Add(('-', before[i++]));
            }
            else
            {
                result.Add(('+', after[j++]));
            }
        }

        return result;
    }
}
