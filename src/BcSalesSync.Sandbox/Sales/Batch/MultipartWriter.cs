using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using BcSalesSync.Sandbox.Sales.Protocol;

namespace BcSalesSync.Sandbox.Sales.Batch;

// Writes the parts of a batch's answer in the order of the request (wire-dataverse E9 to E11).
internal sealed class MultipartWriter(string boundary)
{
    private const int FirstSize = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _body = new(FirstSize);

    public string ContentType => "multipart/mixed; boundary=" + boundary;

    public void Add(SalesResponse response, string? contentId) => AddPart(boundary, response, contentId);

    public void AddChangeSet(string inner, IEnumerable<(SalesResponse Response, string? ContentId)> parts)
    {
        Line("--" + boundary);
        Line("Content-Type: multipart/mixed; boundary=" + inner);
        Line("");
        foreach (var (response, contentId) in parts)
        {
            AddPart(inner, response, contentId);
        }

        Line($"--{inner}--");
    }

    public byte[] Close()
    {
        Line($"--{boundary}--");
        return _body.WrittenSpan.ToArray();
    }

    private void AddPart(string mark, SalesResponse response, string? contentId)
    {
        Line("--" + mark);
        Line("Content-Type: application/http");
        Line("Content-Transfer-Encoding: binary");
        if (contentId is not null)
        {
            Line("Content-ID: " + contentId);
        }

        Line("");
        Line(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)response.Status} {ReasonOf(response.Status)}"));
        if (response.Body.Length > 0)
        {
            Line("Content-Type: " + response.ContentType);
        }

        if (response is { IsCreation: true, EntityId: { } address })
        {
            Line("Location: " + address);
        }

        foreach (var (name, value) in response.Headers())
        {
            Line($"{name}: {value}");
        }

        Line("");
        _body.Write(response.Body);
        Line("");
    }

    private static string ReasonOf(HttpStatusCode status)
    {
        using var message = new HttpResponseMessage(status);
        return message.ReasonPhrase ?? "";
    }

    private void Line(ReadOnlySpan<char> text)
    {
        Encoding.UTF8.GetBytes(text, _body);
        _body.Write("\r\n"u8);
    }
}
