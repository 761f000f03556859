using System.Text;
using BcSalesSync.Sandbox.Sales.Protocol;

namespace BcSalesSync.Sandbox.Sales.Batch;

// Reads the multipart/mixed body of a $batch request (wire-dataverse 3.2). Line ends are CRLF, as the service demands.
internal static class MultipartReader
{
    private const string LineEnd = "\r\n";

    public static IReadOnlyList<BatchPart> Read(string? contentType, byte[] body) =>
        [.. Parts(Encoding.UTF8.GetString(body), BoundaryOf(contentType)).Select(ToPart)];

    private static BatchPart ToPart((Dictionary<string, string> Headers, string Body) part)
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

    private static BatchOperation ToOperation((Dictionary<string, string> Headers, string Body) part)
    {
        if (part.Headers.GetValueOrDefault("Content-Type")?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw SalesError.OData("The content type of an operation of a batch must be application/http.");
        }

        var lineEnd = part.Body.IndexOf(LineEnd, StringComparison.Ordinal);
        var line = (lineEnd < 0 ? part.Body : part.Body[..lineEnd]).Split(' ');
        if (line.Length != 3 || line[2] != "HTTP/1.1")
        {
            throw SalesError.OData("The request line of an operation of a batch is not valid.");
        }

        var (headers, body) = Split(lineEnd < 0 ? "" : part.Body[(lineEnd + 2)..]);
        return new BatchOperation(
            line[0], line[1], headers, Encoding.UTF8.GetBytes(body.Trim()), part.Headers.GetValueOrDefault("Content-ID"));
    }

    private static string BoundaryOf(string? contentType)
    {
        var boundary = contentType?.Split(';').Select(part => part.Trim())
            .FirstOrDefault(part => part.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase));
        return contentType?.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase) == true && boundary is not null
            ? boundary["boundary=".Length..].Trim('"')
            : throw SalesError.OData("The content type of a batch must be multipart/mixed with a boundary.");
    }

    private static IEnumerable<(Dictionary<string, string> Headers, string Body)> Parts(string text, string boundary)
    {
        var mark = "--" + boundary;
        var start = text.StartsWith(mark, StringComparison.Ordinal) ? 0 : text.IndexOf(LineEnd + mark, StringComparison.Ordinal) + 2;
        if (!text.AsSpan(start).StartsWith(mark))
        {
            throw SalesError.OData("The boundary of the batch does not occur in its body.");
        }

        for (var next = start + mark.Length; !text.AsSpan(next).StartsWith("--"); next = start + mark.Length)
        {
            if (!text.AsSpan(next).StartsWith(LineEnd))
            {
                throw SalesError.OData("The lines of a batch must end with CR LF.");
            }

            start = text.IndexOf(LineEnd + mark, next, StringComparison.Ordinal);
            if (start < 0)
            {
                throw SalesError.OData("The closing boundary of the batch is missing.");
            }

            yield return Split(text[(next + 2)..start]);
            start += 2;
        }
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var position = 0;
        while (position < text.Length)
        {
            var end = text.IndexOf(LineEnd, position, StringComparison.Ordinal);
            var line = end < 0 ? text[position..] : text[position..end];
            position = end < 0 ? text.Length : end + 2;
            if (line.Length == 0)
            {
                break;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
            {
                throw SalesError.OData("A header of the batch is not valid.");
            }

            headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return (headers, text[position..]);
    }
}
