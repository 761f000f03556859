namespace BcSalesSync.Endpoints.Tests.Dataverse.Service;

/// <summary>Takes the multipart body of a batch apart, the strict way.</summary>
internal static class BatchText
{
    public static List<Call> Parse(string body, Func<string, string> relative)
    {
        var boundary = body[..body.IndexOf("\r\n", StringComparison.Ordinal)];
        var parts = body.Split(boundary)[1..^1];
        return [.. parts.Select(part => ParsePart(part, relative))];
    }

    private static Call ParsePart(string part, Func<string, string> relative)
    {
        var blocks = part.Split("\r\n\r\n", 3);
        var lines = blocks[1].Split("\r\n");
        var line = lines[0].Split(' ');
        var headers = lines[1..].Select(header => header.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = blocks.Length > 2 ? blocks[2].TrimEnd('\r', '\n') : string.Empty;
        return new Call(line[0], relative(line[1]), headers, body, InBatch: true);
    }
}
