using System.Net;
using BcSalesSync.Contracts;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Endpoints.Tests.Auth;

/// <summary>Users who signed in before on this machine are not asked again, and are not taken for one another.</summary>
public sealed class UserChoiceTests
{
    private static readonly SandboxSignIn Contoso = new();
    private static readonly SandboxSignIn Fabrikam = new() { TenantId = "22222222-0000-4000-8000-000000000001" };

    private readonly RememberedSignIns machine = new();

    [Fact]
    public async Task A_user_who_signed_in_before_is_not_asked_again()
    {
        using var contoso = World(Contoso);
        await contoso.AskAsync(SystemSide.Sales);

        contoso.Restart();

        Assert.Equal(HttpStatusCode.OK, await contoso.AskAsync(SystemSide.Sales));
        Assert.Single(contoso.Announced);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_users_in_several_tenants_the_one_of_the_tenant_is_taken(bool contosoFirst)
    {
        using var contoso = World(Contoso);
        using var fabrikam = World(Fabrikam);
        foreach (var world in contosoFirst ? [contoso, fabrikam] : new[] { fabrikam, contoso })
            await world.AskAsync(SystemSide.Sales);

        contoso.Restart();
        fabrikam.Restart();

        Assert.Equal(HttpStatusCode.OK, await contoso.AskAsync(SystemSide.Sales));
        Assert.Equal(HttpStatusCode.OK, await fabrikam.AskAsync(SystemSide.Sales));
        Assert.Equal((1, 1), (contoso.Announced.Count, fabrikam.Announced.Count));
    }

    [Fact]
    public async Task Of_several_users_in_the_tenant_people_choose_once_for_both_systems()
    {
        using var first = World(Contoso);
        using var second = World(Contoso with { UserId = "11111111-0000-4000-8000-00000000000c" });
        await first.AskAsync(SystemSide.Sales);
        // The service of the second knows nothing of the first, so that a code is typed.
        await second.AskAsync(SystemSide.BusinessCentral);

        second.Restart();
        await second.AskAsync(SystemSide.Sales);
        await second.AskAsync(SystemSide.BusinessCentral);

        Assert.Equal(2, second.Announced.Count);
    }

    [Fact]
    public async Task A_token_that_is_good_for_long_is_not_looked_for_again()
    {
        using var world = World(Contoso);
        await world.AskAsync(SystemSide.Sales);
        var looks = machine.Looks;

        for (var request = 0; request < 20; request++)
            await world.TokenAsync(SystemSide.Sales);

        Assert.Equal(looks, machine.Looks);
    }

    private SignInWorld World(SandboxSignIn service) => new(service, SignInWorld.As(SignInMethod.DeviceCode, service), cache: machine);
}
