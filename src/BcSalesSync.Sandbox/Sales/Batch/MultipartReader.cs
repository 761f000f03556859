using System.Text;
using BcSalesSync.Sandbox.Sales.Protocol;

namespace BcSalesSync.Sandbox.Sales.Batch;

// Reads the multipart/mixed body of a $batch request (wire-dataverse 3.2). Line ends are CRLF, as the service demands.
internal static class MultipartReader
{
    private const string LineEnd = "\r\n";

    public static IReadOnlyList<BatchPart> Read(string? contentType, byte[] body) =>
        [.. Parts(Encoding.UTF8.GetString(body).AsMemory(), BoundaryOf(contentType)).Select(ToPart)];

    private static BatchPart ToPart((Dictionary<string, string> Headers, ReadOnlyMemory<char> Body) part)
    {
        var type = part.Headers.GetValueOrDefault("Content-Type") ?? "";
        if (!type.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
        {
            return new BatchPart([ToOperation(part)], IsChangeSet: false);
        }

        var operations = Parts(part.Body, BoundaryOf(type)).Select(ToOperation).ToList();
        if (operations.Any(operation => operation.Method == "GET"))
        {
            throw SalesError.OData("A GET operation is not allowed in a change set.");
        }

        return operations.All(operation => operation.ContentId is not null)
            ? new BatchPart(operations, IsChangeSet: true)
            : throw SalesError.OData("Every operation of a change set must have a Content-ID.");
    }

    private static BatchOperation ToOperation((Dictionary<string, string> Headers, ReadOnlyMemory<char> Body) part)
    {
        if (part.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw SalesError.OData("The content type of an operation of a batch must be application/http.");
        }

        var lineEnd = part.Body.Span.IndexOf(LineEnd);
        var line = (lineEnd < 0 ? part.Body : part.Body[..lineEnd]).ToString().Split(' ');
        if (line.Length != 3 || line[2] != "HTTP/1.1")
        {
            throw SalesError.OData("The request line of an operation of a batch is not valid.");
        }

        var (headers, body) = Split(lineEnd < 0 ? default : part.Body[(lineEnd + 2)..]);
        var content = new byte[Encoding.UTF8.GetByteCount(body.Span.Trim())];
        Encoding.UTF8.GetBytes(body.Span.Trim(), content);
        return new BatchOperation(line[0], line[1], headers, content, part.Headers.GetValueOrDefault("Content-ID"));
    }

    private static string BoundaryOf(string? contentType)
    {
        var boundary = contentType?.Split(';').Select(part => part.Trim())
            .FirstOrDefault(part => part.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase));
        return contentType?.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase) == true && boundary is not null
            ? boundary["boundary=".Length..].Trim('"')
            : throw SalesError.OData("The content type of a batch must be multipart/mixed with a boundary.");
    }

    private static IEnumerable<(Dictionary<string, string> Headers, ReadOnlyMemory<char> Body)> Parts(
        ReadOnlyMemory<char> text, string boundary)
    {
        var mark = "--" + boundary;
        var start = text.Span.StartsWith(mark) ? 0 : text.Span.IndexOf(LineEnd + mark) + 2;
        if (!text.Span[start..].StartsWith(mark))
        {
            throw SalesError.OData("The boundary of the batch does not occur in its body.");
        }

        for (var next = start + mark.Length; !text.Span[next..].StartsWith("--"); next = start + mark.Length)
        {
            if (!text.Span[next..].StartsWith(LineEnd))
            {
                throw SalesError.OData("The lines of a batch must end with CR LF.");
            }

            var length = text.Span[next..].IndexOf(LineEnd + mark);
            if (length < 0)
            {
                throw SalesError.OData("The closing boundary of the batch is missing.");
            }

            // A part without a line has but one line end before the next boundary.
            start = next + length;
            yield return Split(text[Math.Min(next + 2, start)..start]);
            start += 2;
        }
    }

    private static (Dictionary<string, string> Headers, ReadOnlyMemory<char> Body) Split(ReadOnlyMemory<char> text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (text.Length > 0)
        {
            var end = text.Span.IndexOf(LineEnd);
            var line = (end < 0 ? text : text[..end]).Span;
            text = end < 0 ? default : text[(end + 2)..];
            if (line.Length == 0)
            {
                break;
            }

            var colon = line.IndexOf(':');
            if (colon < 1)
            {
                throw SalesError.OData("A header of the batch is not valid.");
            }

            headers[line[..colon].Trim().ToString()] = line[(colon + 1)..].Trim().ToString();
        }

        return (headers, text);
    }
}
