using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BcSalesSync.Sandbox.Sales.Protocol;

namespace BcSalesSync.Sandbox.Sales.Reading;

// The skip token of a next link: an element as Dataverse writes it, with the position of the last row inside its inner cookie.
// A read under change tracking also carries the version and moment it started at.
internal sealed record SkipCookie(int Page, string Position)
{
    public long? Version { get; init; }

    public DateTimeOffset? Moment { get; init; }

    public static SkipCookie? Find(IReadOnlyDictionary<string, string> options)
    {
        if (!options.TryGetValue("$skiptoken", out var text))
        {
            return null;
        }

        try
        {
            var cookie = XElement.Parse(text);
            var inner = XElement.Parse(Uri.UnescapeDataString((string)cookie.Attribute("pagingcookie")!));
            return new SkipCookie((int)cookie.Attribute("pagenumber")!, TextOf((string)inner.Attribute("last")!))
            {
                Version = (long?)inner.Attribute("version"),
                Moment = (DateTimeOffset?)inner.Attribute("moment"),
            };
        }
        catch (Exception exception) when (exception is XmlException or FormatException or ArgumentNullException)
        {
            throw SalesError.OData("Malformed XML in the Paging Cookie.");
        }
    }

    public override string ToString()
    {
        var last = Convert.ToBase64String(Encoding.UTF8.GetBytes(Position));
        var inner = new XElement("cookie", new XAttribute("page", Page - 1), new XAttribute("last", last));
        if (Version is { } version)
        {
            inner.Add(new XAttribute("version", version), new XAttribute("moment", Moment!.Value));
        }

        return new XElement(
            "cookie", new XAttribute("pagenumber", Page.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("pagingcookie", Uri.EscapeDataString(inner.ToString(SaveOptions.DisableFormatting))),
            new XAttribute("istracking", Version is null ? "False" : "True")).ToString(SaveOptions.DisableFormatting);
    }

    // A position may hold characters XML does not take.
    private static string TextOf(string encoded) => Encoding.UTF8.GetString(Convert.FromBase64String(encoded));

    // The address of the next page: this request with this token.
    public string LinkFrom(SalesRequest request)
    {
        var query = QueryString.Without(request.Query, "$skiptoken");
        return $"{request.Api}/{request.ResourcePath}{query}{(query.Length == 0 ? '?' : '&')}$skiptoken={Uri.EscapeDataString(ToString())}";
    }
}
