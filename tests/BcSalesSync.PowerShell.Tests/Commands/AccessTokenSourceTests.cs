using System.Net;
using System.Security;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands.Connections;
using BcSalesSync.PowerShell.Output;
using BcSalesSync.PowerShell.Tests.Doubles;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class AccessTokenSourceTests
{
    private static readonly Uri Sales = new("https://sales.example/");

    [Fact]
    public async Task A_fixed_token_is_handed_out_as_a_copy()
    {
        using var token = Secure("abc");
        var source = new AccessTokenSource(token);

        (await source.GetAsync(Sales, CancellationToken.None)).Dispose();

        Assert.Equal("abc", Plain(await source.GetAsync(Sales, CancellationToken.None)));
    }

    [Fact]
    public void A_script_is_asked_on_the_pipeline_thread_for_the_system_at_hand()
    {
        var here = Environment.CurrentManagedThreadId;
        var source = new AccessTokenSource(resource => $"{resource.Host} {Environment.CurrentManagedThreadId == here}");
        var streams = new RecordingStreams();

        new CommandPump(streams, TimeProvider.System).Run(
            async (pump, cancellation) => pump.Output(Plain(await source.GetAsync(Sales, cancellation))), CancellationToken.None);

        Assert.Equal(["sales.example True"], streams.Outputs);
    }

    [Fact]
    public async Task Work_in_the_background_goes_on_with_the_last_token()
    {
        var calls = 0;
        var source = new AccessTokenSource(_ => $"token {++calls}");
        new CommandPump(new RecordingStreams(), TimeProvider.System).Run(
            async (_, cancellation) => await source.GetAsync(Sales, cancellation), CancellationToken.None);

        Assert.Equal("token 1", Plain(await source.GetAsync(Sales, CancellationToken.None)));
    }

    [Fact]
    public void A_script_that_returns_nothing_is_refused()
    {
        var source = new AccessTokenSource(_ => null);

        var refused = Assert.Throws<SyncException>(() => new CommandPump(new RecordingStreams(), TimeProvider.System).Run(
            (_, cancellation) => source.GetAsync(Sales, cancellation), CancellationToken.None));
        Assert.Equal("BcSync.Connection.NoToken", refused.Error.ErrorId);
    }

    private static SecureString Secure(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    private static string Plain(SecureString token) => new NetworkCredential(string.Empty, token).Password;
}
