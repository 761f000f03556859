using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Http;

/// <summary>Checks base addresses: https, or http on this machine only.</summary>
internal static class EndpointAddress
{
    /// <summary>The address with a closing slash, so that relative addresses can be put behind it.</summary>
    /// <exception cref="EndpointException">The address is unusable.</exception>
    public static Uri Require(SystemSide side, Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            throw Refuse(side, "InvalidAddress", "The address is not an https address.");
        // An address parses its host when first asked, which several threads must not do on one object at a time.
        address = new Uri(address.OriginalString);
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
            throw Refuse(side, "InsecureAddress", $"'{UrlRedaction.Redact(address)}' uses http; beyond this machine only https will do.");
        if (address.UserInfo.Length > 0)
            throw Refuse(side, "InvalidAddress", $"The address of {address.Host} must not contain a user name or password.");
        return new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    private static EndpointException Refuse(SystemSide side, string code, string message) =>
        new(side, new EndpointFailure(FailureClass.Configuration, code, message));
}
