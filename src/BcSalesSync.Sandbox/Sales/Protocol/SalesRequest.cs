using System.Text.Json;

namespace BcSalesSync.Sandbox.Sales.Protocol;

// One operation on the Web API: a whole HTTP request, or a member of a batch.
internal sealed class SalesRequest
{
    public const string Root = "/sales/api/data/v9.2/";

    private readonly IReadOnlyDictionary<string, string> _headers;
    private Uri? _apiRoot;

    public SalesRequest(
        string method, Uri address, IReadOnlyDictionary<string, string> headers, byte[] body, ContentReferences? references = null)
    {
        Method = method;
        Api = address.GetLeftPart(UriPartial.Authority) + Root.TrimEnd('/');
        ResourcePath = address.AbsolutePath[Root.Length..];
        Path = PathSegment.Parse(Uri.UnescapeDataString(ResourcePath));
        Query = address.Query;
        Options = QueryString.Parse(Query);
        Body = body;
        References = references ?? new ContentReferences();
        _headers = headers;
        Preferences = new Preferences(Header("Prefer"));
    }

    public string Method { get; }

    // The root of the API with the authority the client used, without a slash at its end.
    public string Api { get; }

    // The same as an address that others are relative to.
    public Uri ApiRoot => _apiRoot ??= new Uri(Api + "/");

    public IReadOnlyList<PathSegment> Path { get; }

    // The path below the root as it was written.
    public string ResourcePath { get; }

    public string Query { get; }

    public IReadOnlyDictionary<string, string> Options { get; }

    public Preferences Preferences { get; }

    public byte[] Body { get; }

    public ContentReferences References { get; }

    public string? Header(string name) => _headers.GetValueOrDefault(name);

    public JsonDocument Json()
    {
        if (Body.Length == 0)
        {
            throw SalesError.OData("A non-empty request body is required.");
        }

        try
        {
            var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw SalesError.OData("The request body must be a JSON object.");
        }
        catch (JsonException exception)
        {
            throw SalesError.OData("The request body is not valid JSON. " + exception.Message);
        }
    }

    public static bool Owns(Uri address) => address.AbsolutePath.StartsWith(Root, StringComparison.OrdinalIgnoreCase);
}
