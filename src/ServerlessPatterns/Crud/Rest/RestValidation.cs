using Amazon.CDK.AWS.APIGateway;
using Constructs;
using CfnResource = Amazon.CDK.CfnResource;
using CfnResourceProps = Amazon.CDK.CfnResourceProps;

namespace ServerlessPatterns;

/// <summary>Lets API Gateway compare bodies with a schema before the function sees them.</summary>
internal sealed class RestValidation
{
    private readonly CfnResource model;
    private readonly CfnResource validator;

    public RestValidation(Construct scope, string apiId, string schema)
    {
        model = new CfnResource(scope, "ItemModel", new CfnResourceProps
        {
            Type = "AWS::ApiGateway::Model",
            Properties = new Dictionary<string, object>
            {
                ["RestApiId"] = apiId,
                ["ContentType"] = "application/json",
                ["Schema"] = ItemSchema.Read(schema),
            },
        });
        validator = new CfnResource(scope, "Validator", new CfnResourceProps
        {
            Type = "AWS::ApiGateway::RequestValidator",
            Properties = new Dictionary<string, object>
            {
                ["RestApiId"] = apiId,
                ["ValidateRequestBody"] = true,
                ["ValidateRequestParameters"] = true,
            },
        });
    }

    /// <summary>The model and the validator.</summary>
    public IReadOnlyList<CfnResource> Resources => [model, validator];

    public void Apply(CrudRoute route, CfnMethod method)
    {
        // A patch is a part of an item, so the required members of the schema would refuse it.
        if (route.Operation is not (CrudOperations.Create or CrudOperations.Replace))
        {
            return;
        }

        method.AddPropertyOverride("RequestValidatorId", validator.Ref);

        // For application/json alone, a body of any other type would pass unseen.
        method.AddPropertyOverride("RequestModels", new Dictionary<string, object> { ["$default"] = model.Ref });
    }
}
