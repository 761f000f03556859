using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Http;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral;

/// <summary>The two APIs of one environment and how they are asked.</summary>
internal sealed class BcApi(BusinessCentralOptions options, WireClient client)
{
    private const int SmallestPage = 50;

    private static readonly KeyValuePair<string, string>[] Common =
    [
        new("Accept", "application/json;odata.metadata=minimal"),
        new("Accept-Language", "en-US"),
    ];

    private volatile int pageSize = options.PageSize;

    public BusinessCentralOptions Options => options;

    public WireClient Client => client;

    /// <summary>Base address of API v2.0.</summary>
    public Uri Standard { get; } = EndpointAddress.Require(SystemSide.BusinessCentral, options.Address);

    /// <summary>Base address of the companion API.</summary>
    public Uri Companion { get; } = EndpointAddress.Require(
        SystemSide.BusinessCentral, options.CompanionAddress ?? DeriveCompanion(options.Address));

    public static IReadOnlyList<KeyValuePair<string, string>> Headers(params KeyValuePair<string, string>[] more) => [.. Common, .. more];

    public async Task<WireResponse> GetAsync(Uri address, CancellationToken cancellationToken) =>
        await client.SendOrThrowAsync(new WireRequest(HttpMethod.Get, address) { Headers = Common }, cancellationToken);

    /// <summary>Gets what may be missing; null when the answer is 404.</summary>
    public async Task<WireResponse?> TryGetAsync(Uri address, CancellationToken cancellationToken)
    {
        var response = await client.SendAsync(new WireRequest(HttpMethod.Get, address) { Headers = Common }, cancellationToken);
        if (response.Failure is not { } failure)
            return response;
        var status = response.Status;
        response.Dispose();
        return status == 404 ? null : throw new EndpointException(SystemSide.BusinessCentral, failure);
    }

    /// <summary>Gets one page of rows; pages that take the service too long get smaller (spec/wire-bc.md 4.2).</summary>
    /// <param name="address">Address of the page.</param>
    /// <param name="readRow">Reads a row.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<ODataPage<T>> GetPageAsync<T>(Uri address, RowRead<T> readRow, CancellationToken cancellationToken)
    {
        using var response = await GetPageAsync(address, cancellationToken);
        try
        {
            return ODataPageReader.Read(response.Body.Span, readRow);
        }
        catch (Exception error) when (IsUnreadable(error))
        {
            throw Unreadable(error);
        }
    }

    private async Task<WireResponse> GetPageAsync(Uri address, CancellationToken cancellationToken)
    {
        while (true)
        {
            var size = pageSize;
            var prefer = new KeyValuePair<string, string>("Prefer", $"odata.maxpagesize={size}");
            var request = new WireRequest(HttpMethod.Get, address) { Headers = Headers(prefer), IsDivisible = size > SmallestPage };
            var response = await client.SendAsync(request, cancellationToken);
            if (response.Failure is not { } failure)
                return response;
            var status = response.Status;
            response.Dispose();
            if (!request.IsDivisible || status is not (408 or 504))
                throw new EndpointException(SystemSide.BusinessCentral, failure);
            pageSize = Math.Max(SmallestPage, size / 2);
        }
    }

    /// <summary>The address of the next page; it must lead to the same service, because the token goes with it.</summary>
    public Uri Follow(string nextLink)
    {
        if (Uri.TryCreate(Standard, nextLink, out var next) && next.Scheme == Standard.Scheme && next.Authority == Standard.Authority)
            return next;
        throw new EndpointException(SystemSide.BusinessCentral, new EndpointFailure(
            FailureClass.Fatal, "ForeignNextLink", $"{Standard.Host} sent a link to the next page that leads to another service."));
    }

    /// <summary>True for what parsing throws when an answer does not have the expected shape.</summary>
    public static bool IsUnreadable(Exception error) =>
        error is JsonException or InvalidOperationException or FormatException or OverflowException or KeyNotFoundException;

    public static EndpointException Unreadable(Exception error) => new(
        SystemSide.BusinessCentral,
        new EndpointFailure(
            FailureClass.Transient, "UnreadableAnswer", "Business Central sent an answer that cannot be read: " + error.Message),
        error);

    private static Uri DeriveCompanion(Uri address)
    {
        var path = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        const string Tail = "/api/v2.0";
        if (!path.EndsWith(Tail, StringComparison.OrdinalIgnoreCase))
        {
            throw new EndpointException(SystemSide.BusinessCentral, new EndpointFailure(
                FailureClass.Configuration, "InvalidAddress", $"The address of Business Central must end in {Tail}."));
        }

        return new Uri(path[..^Tail.Length] + "/api/bcsalessync/sync/v1.0/");
    }
}
