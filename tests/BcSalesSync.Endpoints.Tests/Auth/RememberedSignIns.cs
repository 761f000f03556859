using BcSalesSync.Endpoints.Auth;
using Microsoft.Identity.Client;

namespace BcSalesSync.Endpoints.Tests.Auth;

/// <summary>What one process after the other keeps of sign-ins, as the operating system would.</summary>
internal sealed class RememberedSignIns() : UserTokenCache(folder: null)
{
    private byte[] kept = [];

    /// <summary>Times somebody looked.</summary>
    public int Looks { get; private set; }

    public override Task AttachAsync(ITokenCache tokens)
    {
        tokens.SetBeforeAccess(access =>
        {
            Looks++;
            access.TokenCache.DeserializeMsalV3(kept, shouldClearExistingCache: true);
        });
        tokens.SetAfterAccess(access =>
        {
            if (access.HasStateChanged)
                kept = access.TokenCache.SerializeMsalV3();
        });
        return Task.CompletedTask;
    }
}
