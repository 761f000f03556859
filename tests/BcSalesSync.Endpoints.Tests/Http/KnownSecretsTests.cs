using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>What is masked in a long life of a connection.</summary>
public sealed class KnownSecretsTests
{
    [Fact]
    public void However_many_tokens_come_the_secret_of_the_sign_in_is_not_forgotten()
    {
        var secrets = new KnownSecrets();
        secrets.Add("planted secret");
        for (var token = 0; token < 100; token++)
            secrets.AddToken($"token {token:000}");

        Assert.Equal("Refused: ***, ***, ***", secrets.Remove("Refused: planted secret, planted%20secret, token 099"));
    }
}
