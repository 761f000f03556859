using System.Buffers;
using System.Text;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>
/// Writes operations as a multipart body (spec/wire-dataverse.md 3.2): CRLF line ends, host-relative addresses, no change sets.
/// </summary>
internal static class BatchWriter
{
    /// <summary>Separates the parts. A line of JSON text cannot look like it, because JSON escapes line ends.</summary>
    internal const string Boundary = "batch_bcsalessync";

    /// <summary>Media type of the body.</summary>
    internal const string ContentType = "multipart/mixed;boundary=\"" + Boundary + "\"";

    /// <summary>Writes the body.</summary>
    internal static ReadOnlyMemory<byte> Write(Uri baseAddress, IReadOnlyList<BatchOperation> operations)
    {
        var root = baseAddress.AbsolutePath.TrimEnd('/');
        var buffer = new ArrayBufferWriter<byte>(operations.Count * 512);
        foreach (var operation in operations)
            WriteOperation(buffer, root, operation);
        Append(buffer, $"--{Boundary}--\r\n");
        return buffer.WrittenMemory;
    }

    private static void WriteOperation(ArrayBufferWriter<byte> buffer, string root, BatchOperation operation)
    {
        var head = new StringBuilder()
            .Append("--").Append(Boundary).Append("\r\n")
            .Append("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n")
            .Append(operation.Method.Method).Append(' ').Append(root).Append('/').Append(operation.Address).Append(" HTTP/1.1\r\n");
        foreach (var (name, value) in operation.Headers)
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (operation.Body.Length > 0)
            head.Append("Content-Type: application/json; type=entry\r\n");
        Append(buffer, head.Append("\r\n").ToString());
        buffer.Write(operation.Body.Span);
        Append(buffer, "\r\n");
    }

    private static void Append(ArrayBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
