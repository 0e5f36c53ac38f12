namespace Workflows.Tests;

/// <summary>Stands in for <c>gh api</c>: answers from files, through jq as it does.</summary>
internal static class GitHubCli
{
    private const string Script = """
        path=; filter=.; method=GET
        while [ $# -gt 0 ]; do
          case $1 in
            repos/*) path=$1 ;;
            --jq) filter=$2; shift ;;
            --method) method=$2; shift ;;
            --field|--raw-field) shift ;;
          esac
          shift
        done
        [ "$method" = GET ] || exit 0
        answer=answers/${path//\//_}.json
        [ -f "$answer" ] || { echo "no answer for $path" >&2; exit 1; }
        jq -r "$filter" "$answer"
        """;

    public static void Add(Runner runner) => runner.StandIn("gh", Script);

    public static void Answer(Runner runner, string path, string json) =>
        runner.Write(Path.Combine("answers", $"{path.Replace('/', '_')}.json"), json);
}
