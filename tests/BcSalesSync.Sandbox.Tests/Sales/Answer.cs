using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Code => Json.GetProperty("error").GetProperty("code").GetString()!;

    public string Message => Json.GetProperty("error").GetProperty("message").GetString()!;

    public void Refuses(HttpStatusCode status, string code)
    {
        Assert.True(status == Status, $"{Status}: {Text}");
        Assert.Equal(code, Code, ignoreCase: true);
    }
}
