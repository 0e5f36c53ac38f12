namespace ServerlessPatterns;

/// <summary>The codes of what can be wrong with a function's code; docs/errors.md explains each.</summary>
internal static class FunctionCodeErrors
{
    public const string ProjectNotFound = "SP1100";
    public const string ProjectAmbiguous = "SP1101";
    public const string ProjectKind = "SP1102";
    public const string HandlerMalformed = "SP1103";
    public const string SdkNotFound = "SP1104";
    public const string PublishFailed = "SP1105";
    public const string PublishTimedOut = "SP1106";
    public const string PublishLocked = "SP1107";
    public const string TargetFramework = "SP1108";
    public const string SeveralTargetFrameworks = "SP1109";
    public const string NativeAot = "SP1110";
    public const string NothingPublished = "SP1111";
    public const string HandlerNotInferred = "SP1112";
    public const string HandlerNotPublished = "SP1113";
    public const string TooLarge = "SP1114";
    public const string BuildFolder = "SP1115";

    public const string DirectoryNotFound = "SP1120";
    public const string DirectoryEmpty = "SP1121";
    public const string DirectoryKind = "SP1122";
    public const string HandlerShape = "SP1123";
    public const string HandlerNotInDirectory = "SP1124";

    public const string ImageReference = "SP1130";
    public const string ImageDirectoryNotFound = "SP1131";
    public const string DockerfileNotFound = "SP1132";

    public const string BundleNotFound = "SP1140";
}
