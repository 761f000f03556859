namespace BcSalesSync.Engine.Couplings.Csv;

/// <summary>Recognises how the columns of a file are separated.</summary>
internal static class CsvDelimiter
{
    private const string Candidates = ",;\t";
    private const int LongestHeading = 64 * 1024;

    /// <summary>The separator that was asked for; null when the text cannot be one.</summary>
    public static char? Given(string text) =>
        text is [var letter] && char.IsAscii(letter) && letter is not ('"' or '\r' or '\n') ? letter : null;

    /// <summary>
    /// The separator that the heading line uses most, outside quotes; a comma when it uses none. Only headings are looked at, as names hold
    /// commas as well. Null when the file itself says it in a first line such as sep=;.
    /// </summary>
    public static async Task<char?> DetectAsync(Stream file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        var buffer = new char[LongestHeading];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        return buffer.AsSpan(0, length).StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null : Detect(buffer.AsSpan(0, length));
    }

    private static char Detect(ReadOnlySpan<char> text)
    {
        var counts = new int[Candidates.Length];
        var quoted = false;
        foreach (var letter in text.TrimStart("\r\n"))
        {
            if (letter == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            if (letter is '\r' or '\n')
                break;
            var candidate = Candidates.IndexOf(letter);
            if (candidate >= 0)
                counts[candidate]++;
        }

        return Candidates[Array.IndexOf(counts, counts.Max())];
    }
}
