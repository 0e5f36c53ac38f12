namespace ServerlessPatterns;
internal static class Placeholder { }
