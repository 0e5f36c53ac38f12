namespace ServerlessPatterns.Testing;

/// <summary>What a difference means for a stack that is deployed already.</summary>
public enum TemplateDifferenceKind
{
    /// <summary>The entry is new.</summary>
    Added,

    /// <summary>The entry is gone.</summary>
    Removed,

    /// <summary>The entry differs, and CloudFormation updates it in place as far as is known.</summary>
    Changed,

    /// <summary>CloudFormation puts a new resource in the place of the deployed one, or may have to.</summary>
    Replaced,
}
