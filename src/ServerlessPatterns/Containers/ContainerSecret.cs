using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SecretsManager;
using Amazon.CDK.AWS.SSM;

namespace ServerlessPatterns;

/// <summary>
/// The value of an environment variable that ECS reads when a task starts. The execution role may read this one secret
/// and no other, in a policy of the pattern's stack: no policy of the secret or of its key is changed.
/// </summary>
public sealed class ContainerSecret
{
    private readonly Func<(string ValueFrom, string ReadableArn)> resolve;

    private ContainerSecret(bool isParameter, bool hasField, IKey? key, Func<(string ValueFrom, string ReadableArn)> resolve)
    {
        IsParameter = isParameter;
        HasField = hasField;
        Key = key;
        this.resolve = resolve;
    }

    /// <summary>A secret of Secrets Manager.</summary>
    /// <param name="secret">The secret. Its own key, if it has one, must let IAM policies allow its use, as the CDK's keys do.</param>
    /// <param name="field">The field of its JSON; the whole secret when left out.</param>
    /// <returns>The secret.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="secret"/> is null.</exception>
    public static ContainerSecret FromSecretsManager(ISecret secret, string? field = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return new ContainerSecret(isParameter: false, field is not null, secret.EncryptionKey, () =>
        {
            // An ARN without the six characters that Secrets Manager adds matches no secret in a policy.
            var readable = secret.SecretFullArn ?? $"{secret.SecretArn}-??????";
            return (field is null ? secret.SecretArn : $"{secret.SecretArn}:{field}::", readable);
        });
    }

    /// <summary>A parameter of Systems Manager, a <c>SecureString</c> for instance.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="encryptionKey">The key of your own that encrypts it, if one does.</param>
    /// <returns>The secret.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parameter"/> is null.</exception>
    public static ContainerSecret FromSsmParameter(IParameter parameter, IKey? encryptionKey = null)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new ContainerSecret(isParameter: true, hasField: false, encryptionKey, () => (parameter.ParameterArn, parameter.ParameterArn));
    }

    internal bool IsParameter { get; }

    internal bool HasField { get; }

    internal string ValueFrom => resolve().ValueFrom;

    private IKey? Key { get; }

    internal void AllowReading(RolePermissions permissions)
    {
        permissions.Allow([IsParameter ? "ssm:GetParameters" : "secretsmanager:GetSecretValue"], resolve().ReadableArn);
        if (Key is { } key)
        {
            permissions.Allow(["kms:Decrypt"], key.KeyArn);
        }
    }
}
