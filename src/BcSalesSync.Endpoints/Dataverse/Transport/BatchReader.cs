using System.Globalization;
using System.Text;
using BcSalesSync.Endpoints.Http;

namespace BcSalesSync.Endpoints.Dataverse.Transport;

/// <summary>Reads the multipart answer to a batch. Forgives what servers are known to leave out, such as the closing boundary.</summary>
internal static class BatchReader
{
    /// <summary>Reads the parts in order; null when the answer is not in parts, or they cannot be told apart.</summary>
    internal static IReadOnlyList<BatchPart>? TryRead(WireResponse? response) =>
        TryRead<BatchPart>(response, (answer, boundary) => [.. Read(answer.Body, boundary).Select(part => part with { Rules = answer.Rules })]);

    /// <summary>
    /// Reads the answers to change sets in order, one part for each operation of a set, or a single one for a set that failed; null when
    /// the answer is not in parts, or they cannot be told apart.
    /// </summary>
    internal static IReadOnlyList<IReadOnlyList<BatchPart>>? TryReadChangeSets(WireResponse? response) =>
        TryRead<IReadOnlyList<BatchPart>>(response, (answer, boundary) =>
        [
            .. Split(answer.Body, boundary).Select(set => ReadChangeSet(set).Select(part => part with { Rules = answer.Rules }).ToList()),
        ]);

    private static IReadOnlyList<TPart>? TryRead<TPart>(WireResponse? response, Func<WireResponse, string, IReadOnlyList<TPart>> read)
    {
        if (response is null)
            return null;
        try
        {
            return FindBoundary(response.Headers["Content-Type"]) is { } boundary ? read(response, boundary) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The boundary named by a content type; null when the answer is not in parts.</summary>
    internal static string? FindBoundary(string? contentType)
    {
        if (contentType is null || !contentType.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
            return null;
        const string Key = "boundary=";
        var at = contentType.IndexOf(Key, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : contentType[(at + Key.Length)..].Split(';')[0].Trim().Trim('"');
    }

    /// <summary>Reads the parts in order.</summary>
    internal static IReadOnlyList<BatchPart> Read(ReadOnlyMemory<byte> body, string boundary) =>
        Split(body, boundary).Select(ReadPart).ToList();

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary)
    {
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var parts = new List<ReadOnlyMemory<byte>>();
        var at = body.Span.IndexOf(delimiter);
        while (at >= 0)
        {
            var start = at + delimiter.Length;
            if (body.Span[start..].StartsWith("--"u8))
                break;
            var length = NextDelimiter(body.Span[start..], delimiter);
            parts.Add(length < 0 ? body[start..] : body.Slice(start, length));
            at = length < 0 ? -1 : start + length;
        }

        return parts;
    }

    private static int NextDelimiter(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> delimiter)
    {
        var from = 0;
        while (true)
        {
            var at = rest[from..].IndexOf(delimiter);
            if (at < 0)
                return -1;
            if (from + at == 0 || rest[from + at - 1] == (byte)'\n')
                return from + at;
            from += at + delimiter.Length;
        }
    }

    private static IReadOnlyList<BatchPart> ReadChangeSet(ReadOnlyMemory<byte> content)
    {
        var inside = content;
        var type = TakeHeaders(ref inside).Select(line => ValueOf(line, "Content-Type")).FirstOrDefault(value => value is not null);
        return FindBoundary(type) is { } boundary ? Read(inside, boundary) : [ReadPart(content)];
    }

    private static BatchPart ReadPart(ReadOnlyMemory<byte> content)
    {
        var contentId = TakeHeaders(ref content).Select(line => NumberOf(line, "Content-ID")).FirstOrDefault(number => number is not null);
        var status = ReadStatus(TakeLine(ref content));
        TimeSpan? retryAfter = null;
        for (var line = TakeLine(ref content); line.Length > 0; line = TakeLine(ref content))
            retryAfter ??= NumberOf(line, "Retry-After") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        return new BatchPart(status, TrimEnd(content), retryAfter) { ContentId = contentId };
    }

    /// <summary>The lines between a boundary and the content of its part.</summary>
    private static List<string> TakeHeaders(ref ReadOnlyMemory<byte> content)
    {
        var lines = new List<string>();
        TakeLine(ref content);
        for (var line = TakeLine(ref content); line.Length > 0; line = TakeLine(ref content))
            lines.Add(line);
        return lines;
    }

    private static string TakeLine(ref ReadOnlyMemory<byte> content)
    {
        var end = content.Span.IndexOf((byte)'\n');
        var line = end < 0 ? content : content[..end];
        content = end < 0 ? default : content[(end + 1)..];
        return Encoding.UTF8.GetString(line.Span).TrimEnd('\r').Trim();
    }

    private static int ReadStatus(string line)
    {
        var words = line.Split(' ', 3);
        return words.Length > 1 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"A part of a batch answer starts with '{line}' instead of a status.");
    }

    private static string? ValueOf(string line, string name) =>
        line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase) ? line[(name.Length + 1)..].Trim() : null;

    private static int? NumberOf(string line, string name) =>
        int.TryParse(ValueOf(line, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ReadOnlyMemory<byte> TrimEnd(ReadOnlyMemory<byte> content)
    {
        var length = content.Length;
        while (length > 0 && content.Span[length - 1] is (byte)'\r' or (byte)'\n')
            length--;
        return content[..length];
    }
}
