using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.Route53;

namespace ServerlessPatterns;

/// <summary>A domain name for an API, with its certificate and its DNS records.</summary>
public sealed class ApiDomain
{
    /// <summary>The name, such as <c>api.example.com</c>.</summary>
    public required string DomainName { get; init; }

    /// <summary>The certificate for the name, in the region of the API.</summary>
    public required ICertificate Certificate { get; init; }

    /// <summary>The hosted zone that gets the records of the name.</summary>
    public required IHostedZone HostedZone { get; init; }

    /// <summary>The first segments of every path, without slashes at the ends; <c>v1</c> for instance.</summary>
    /// <value>The default value is none.</value>
    public string? BasePath { get; init; }
}
