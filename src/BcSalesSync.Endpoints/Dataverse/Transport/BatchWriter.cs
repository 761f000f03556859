using System.Buffers;
using System.Globalization;
using System.Text;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>
/// Writes operations as a multipart body (spec/wire-dataverse.md 3.2): CRLF line ends, host-relative addresses.
/// </summary>
internal static class BatchWriter
{
    /// <summary>Separates the parts. A line of JSON text cannot look like it, because JSON escapes line ends.</summary>
    internal const string Boundary = "batch_bcsalessync";

    /// <summary>Media type of the body.</summary>
    internal const string ContentType = "multipart/mixed;boundary=\"" + Boundary + "\"";

    /// <summary>Separates the operations of a change set.</summary>
    private const string InnerBoundary = "changeset_bcsalessync";

    /// <summary>Writes operations that are independent of each other.</summary>
    internal static ReadOnlyMemory<byte> Write(Uri baseAddress, IReadOnlyList<BatchOperation> operations)
    {
        var buffer = new ArrayBufferWriter<byte>(operations.Count * 512);
        foreach (var operation in operations)
            WriteOperation(buffer, Boundary, RootOf(baseAddress), operation);
        Append(buffer, $"--{Boundary}--\r\n");
        return buffer.WrittenMemory;
    }

    /// <summary>Writes change sets; operations are numbered from 1 through all of them, which is how an answer calls them.</summary>
    internal static ReadOnlyMemory<byte> WriteChangeSets(Uri baseAddress, IReadOnlyList<IReadOnlyList<BatchOperation>> sets)
    {
        var buffer = new ArrayBufferWriter<byte>(sets.Count * 2048);
        var number = 0;
        foreach (var operations in sets)
        {
            Append(buffer, $"--{Boundary}\r\nContent-Type: multipart/mixed;boundary=\"{InnerBoundary}\"\r\n\r\n");
            foreach (var operation in operations)
                WriteOperation(buffer, InnerBoundary, RootOf(baseAddress), operation, ++number);
            Append(buffer, $"--{InnerBoundary}--\r\n");
        }

        Append(buffer, $"--{Boundary}--\r\n");
        return buffer.WrittenMemory;
    }

    private static string RootOf(Uri baseAddress) => baseAddress.AbsolutePath.TrimEnd('/');

    private static void WriteOperation(
        ArrayBufferWriter<byte> buffer, string boundary, string root, BatchOperation operation, int? contentId = null)
    {
        var head = new StringBuilder()
            .Append("--").Append(boundary).Append("\r\n")
            .Append("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is { } number)
            head.Append("Content-ID: ").Append(number.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        head.Append("\r\n")
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
