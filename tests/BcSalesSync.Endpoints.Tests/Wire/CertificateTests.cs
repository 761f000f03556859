using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.BusinessCentral;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.Tests.Auth;
using BcSalesSync.Endpoints.Tests.Http;
using BcSalesSync.Engine.Ports.Endpoints;
using Microsoft.AspNetCore.Http;

namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>The product speaks to nobody whose certificate this machine does not trust, says so at once, and says what to do.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly TestAuthority authority = new();
    private readonly JumpingTime time = new(TimeSpan.FromMinutes(10));
    private int requests;

    [Fact]
    public async Task A_certificate_that_signed_itself_is_refused()
    {
        await using var server = await WireServer.StartAsync(CountAsync, Certificates.Own());
        using var network = HandlerFactory.Create();

        await RefusedAsync(server.Root, network);
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused()
    {
        await using var server = await WireServer.StartAsync(CountAsync, authority.Issue());
        using var network = HandlerFactory.Create();

        await RefusedAsync(server.Root, network);
    }

    [Fact]
    public async Task A_certificate_in_another_name_is_refused()
    {
        await using var server = await WireServer.StartAsync(CountAsync, authority.Issue("other.example"));
        using var network = authority.CreateHandler();

        await RefusedAsync(server.Root, network);
    }

    [Fact]
    public async Task A_certificate_that_ran_out_is_refused()
    {
        var expired = authority.Issue(until: new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = await WireServer.StartAsync(CountAsync, expired);
        using var network = authority.CreateHandler();

        await RefusedAsync(server.Root, network);
    }

    [Fact]
    public async Task A_certificate_of_a_trusted_authority_in_the_right_name_is_accepted()
    {
        await using var server = await WireServer.StartAsync(CountAsync, authority.Issue());
        using var network = authority.CreateHandler();
        using var client = Client(server.Root, network);

        using var answer = await client.SendAsync(Write(server.Root), default);

        Assert.Equal((200, 1), (answer.Status, requests));
    }

    public void Dispose() => authority.Dispose();

    private async Task RefusedAsync(Uri root, HttpMessageHandler network)
    {
        using var client = Client(root, network);

        var refused = await Assert.ThrowsAsync<EndpointException>(() => client.SendAsync(Write(root), default));

        Assert.Equal((FailureClass.Configuration, "CertificateNotTrusted"), (refused.Failure.Class, refused.Failure.Code));
        Assert.Equal("BcSync.Connection.CertificateNotTrusted", refused.Failure.Advice!.ErrorId);
        Assert.Contains("localhost", refused.Failure.Message, StringComparison.Ordinal);
        Assert.Contains("trusted roots", refused.Failure.Advice.NextStep, StringComparison.Ordinal);
        Assert.Equal((0, 0), (requests, time.Pauses.Count));
    }

    private Task CountAsync(HttpContext context)
    {
        requests++;
        return context.Response.WriteAsync("{}");
    }

    private static WireRequest Write(Uri root) => new(HttpMethod.Post, root) { Body = "{}"u8.ToArray() };

    private WireClient Client(Uri root, HttpMessageHandler network) => new(
        network,
        new TestTokens(),
        root,
        new HttpSettings { Time = time, ReadTimeout = TimeSpan.FromHours(1), WriteTimeout = TimeSpan.FromHours(1) },
        BcFailureRules.Rules,
        new NumberedIds());
}
