using Amazon.CDK;
using Constructs;

namespace ServerlessPatterns;

/// <summary>A domain name in front of one stage of an API, and its records.</summary>
internal sealed class ApiDomainName
{
    // API Gateway's second version maps both kinds of API.
    public ApiDomainName(Construct scope, ApiDomain domain, string apiId, string stage)
    {
        Resource = new CfnResource(scope, "Domain", new CfnResourceProps
        {
            Type = "AWS::ApiGatewayV2::DomainName",
            Properties = new Dictionary<string, object>
            {
                ["DomainName"] = domain.DomainName,
                ["DomainNameConfigurations"] = new[]
                {
                    new Dictionary<string, object>
                    {
                        ["CertificateArn"] = domain.Certificate.CertificateArn,
                        ["EndpointType"] = "REGIONAL",
                        ["SecurityPolicy"] = "TLS_1_2",
                    },
                },
            },
        });
        Mapping = new CfnResource(scope, "DomainMapping", new CfnResourceProps
        {
            Type = "AWS::ApiGatewayV2::ApiMapping",
            Properties = MappingProperties(domain, apiId, stage),
        });
        Records = [DefineRecord(scope, "DomainRecord", domain, "A"), DefineRecord(scope, "DomainRecordIpv6", domain, "AAAA")];
    }

    public CfnResource Resource { get; }

    /// <summary>Leads from the name to the stage. It names the stage by a text, and has to wait for it where that is no reference.</summary>
    public CfnResource Mapping { get; }

    public IReadOnlyList<CfnResource> Records { get; }

    /// <summary>The address under which the API is reached.</summary>
    public static string Url(ApiDomain domain, string scheme = "https") =>
        domain.BasePath is { } basePath ? $"{scheme}://{domain.DomainName}/{basePath}" : $"{scheme}://{domain.DomainName}";

    private Dictionary<string, object> MappingProperties(ApiDomain domain, string apiId, string stage)
    {
        var mapping = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ApiId"] = apiId,
            ["DomainName"] = Resource.Ref,
            ["Stage"] = stage,
        };
        if (domain.BasePath is { } basePath)
        {
            mapping["ApiMappingKey"] = basePath;
        }

        return mapping;
    }

    private CfnResource DefineRecord(Construct scope, string id, ApiDomain domain, string type) => AliasRecord.Define(
        scope,
        id,
        domain.HostedZone,
        domain.DomainName,
        type,
        Resource.GetAtt("RegionalDomainName"),
        Resource.GetAtt("RegionalHostedZoneId"));
}
