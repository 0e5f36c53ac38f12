namespace ServerlessPatterns;

/// <summary>The checks of what only REST APIs have.</summary>
internal static class RestChecks
{
    public static void Check(Checks checks, CrudRestApiProps props)
    {
        checks.Defined(ErrorCodes.ApiAccountLogging, nameof(props.AccountLogging), props.AccountLogging, "Use one of the named values.");
        if (props.ItemSchema is { } schema)
        {
            var problem = ItemSchema.FindProblem(schema);
            checks.Require(
                problem is null,
                ErrorCodes.CrudItemSchema,
                nameof(props.ItemSchema),
                problem,
                "a JSON schema of draft 4, which is a JSON object",
                "API Gateway knows no newer draft: leave out $schema, and what came after it.");
        }

        if (props.Waf is { } waf)
        {
            WebAcl.Check(checks, nameof(props.Waf), waf);
        }

        if (props.UsagePlan is { } plan)
        {
            CheckUsagePlan(checks, props, plan);
        }
    }

    private static void CheckUsagePlan(Checks checks, CrudRestApiProps props, ApiUsagePlan plan)
    {
        const string At = $"{nameof(CrudRestApiProps.UsagePlan)}.";
        checks.WholeNumber(ErrorCodes.ApiUsagePlan, At + nameof(plan.QuotaLimit), plan.QuotaLimit, 1, int.MaxValue, "requests", "A key without requests is a key to delete.");
        checks.Defined(ErrorCodes.ApiUsagePlan, At + nameof(plan.QuotaPeriod), plan.QuotaPeriod, "Use one of the named values.");
        ApiChecks.CheckThrottling(checks, At, nameof(plan.RateLimit), plan.RateLimit, nameof(plan.BurstLimit), plan.BurstLimit, ErrorCodes.ApiUsagePlan);
        checks.Require(
            props.Access is not PublicAccess,
            ErrorCodes.ApiUsagePlanIsNoAccess,
            nameof(props.UsagePlan),
            "a usage plan beside Public access",
            "a usage plan beside an access that asks who calls: a key identifies a caller and lets nobody in",
            "Set Access, or leave out the usage plan; ThrottlingRateLimit and Waf limit what is public.");
    }
}
