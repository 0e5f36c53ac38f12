using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;

namespace ServerlessPatterns;

/// <summary>
/// A secret that the pattern has granted already: the CDK's own would write into the policy of its key, which may belong
/// to a stack that this one depends on.
/// </summary>
internal sealed class UngrantedSecret(ContainerSecret secret) : Secret
{
    public override string Arn => secret.ValueFrom;

    public override bool? HasField => secret.HasField;

    public override Grant GrantRead(IGrantable grantee) => Grant.Drop(grantee, "granted by the pattern");
}
