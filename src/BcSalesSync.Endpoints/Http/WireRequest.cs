namespace BcSalesSync.Endpoints.Http;

/// <summary>A request before it is sent; can be sent more than once.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Address">Absolute address.</param>
internal sealed record WireRequest(HttpMethod Method, Uri Address)
{
    /// <summary>True when repeating it does no harm; a batch of reads is one although it is a POST.</summary>
    public bool IsRead { get; init; } = Method == HttpMethod.Get;

    /// <summary>
    /// True when the service notices that it carried it out before, by ids or versions of this side's choice; false for a write that a
    /// repetition would do twice.
    /// </summary>
    public bool IsGuarded { get; init; } = true;

    /// <summary>True when the sender asks for less after it took the service too long, instead of asking for the same again.</summary>
    public bool IsDivisible { get; init; }

    /// <summary>Requests it counts for where a service counts what is in it.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Headers besides those the client always sends.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Body, null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    public static WireRequest Get(Uri address, params KeyValuePair<string, string>[] headers) =>
        new(HttpMethod.Get, address) { Headers = headers };

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address) { Version = new Version(2, 0) };
        message.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        return message;
    }
}
