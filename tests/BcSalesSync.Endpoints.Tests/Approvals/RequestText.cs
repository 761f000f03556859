using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using BcSalesSync.Endpoints.Tests.BusinessCentral;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Endpoints.Tests.Http;

namespace BcSalesSync.Endpoints.Tests.Approvals;

/// <summary>A request as text, in the notation of the specification's examples: short bases, and nothing that differs from run to run.</summary>
internal static partial class RequestText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly (string Long, string Short)[] Bases =
    [
        (ScriptedService.Base, "{api}"),
        ("https://bc.example" + ScriptedCompany.Companion, "{sync}/"),
        ("https://bc.example" + ScriptedCompany.Standard, "{base}/"),
        (ScriptedCompany.Company, "{co}"),
    ];

    public static string Of(SentRequest request)
    {
        var text = new StringBuilder($"{request.Method} {request.Address.AbsoluteUri}\n");
        foreach (var (name, value) in request.Headers.OrderBy(header => header.Key, StringComparer.OrdinalIgnoreCase))
            text.Append(name).Append(": ").Append(Stable(name, value)).Append('\n');
        if (request.Body.Length > 0)
            text.Append('\n').Append(BodyOf(request));
        foreach (var (address, placeholder) in Bases)
            text.Replace(address, placeholder);
        return text.ToString().TrimEnd('\n');
    }

    private static string Stable(string name, string value) => name switch
    {
        "Authorization" => "Bearer {token}",
        "client-request-id" => Guid.TryParse(value, out _) ? "{guid}" : value,
        "User-Agent" => Version().Replace(value, "{version}"),
        _ => value,
    };

    private static string BodyOf(SentRequest request)
    {
        if (request.Headers["Content-Type"].StartsWith("application/json", StringComparison.Ordinal))
            return JsonSerializer.Serialize(JsonDocument.Parse(request.Body).RootElement, Readable);
        Assert.DoesNotMatch("(?<!\r)\n", request.Body);
        return request.Body.ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\d+(\.\d+)+")]
    private static partial Regex Version();
}
