using Amazon.CDK.AWS.EC2;

namespace ServerlessPatterns;

/// <summary>The addresses of a VPC.</summary>
internal static class VpcCidr
{
    /// <summary>The range; nothing when the VPC was imported without it.</summary>
    public static string? Of(IVpc vpc)
    {
        // What was written is plain text, which rules and their checkers can read; the VPC itself only has a reference.
        if (vpc.Node.DefaultChild is CfnVPC { CidrBlock: { } written })
        {
            return written;
        }

        try
        {
            return vpc.VpcCidrBlock;
        }
        catch (Exception exception) when (exception.Message.Contains("vpcCidrBlock", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
    }
}
